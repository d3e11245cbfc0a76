package latchkey.analyzer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.report.Triage;
import latchkey.rules.catalog.PackLoader;
import latchkey.rules.rule.Fix;
import latchkey.rules.rule.Rule;
import latchkey.simulator.scenario.Library;
import latchkey.simulator.scenario.Variant;
import latchkey.simulator.scenario.Words;
import latchkey.simulator.scenario.language.Scenario;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Every story once around: its failure is named, silent without the fault, and its ways out are
 * tried. What was shown once must still be shown; what is new is written to docs/proof.md and to
 * the rules with {@code -Dlatchkey.rewrite=true}. With {@code -Dlatchkey.forms=all} every story is
 * played in every form it offers.
 */
final class ClosedLoopTest {
    @TempDir private static Path folder;
    private static Library library;
    private static ClosedLoop loop;
    private static Collection<Rule> rules;
    private static Proof committed;
    private static Proof now;

    @BeforeAll
    static void playAll() throws Exception {
        library = Library.ofProgram(Words.language());
        loop = new ClosedLoop(Triage.with(List.of()), folder);
        rules = PackLoader.core().rules().values();
        committed = ProofPage.committed();
        List<Scenario> stories = library.all();
        List<ClosedLoop.Turn> turns =
                stories.parallelStream().map(story -> must(() -> loop.turn(story))).toList();
        boolean all = System.getProperty("latchkey.forms", "few").equals("all");
        List<Proof.Loss> forms = forms(all);
        List<Proof.Loss> offered = forms(true);
        List<Proof.Loss> losses =
                forms.parallelStream()
                        .map(form -> must(() -> judged(form)))
                        .filter(loss -> !loss.named().isEmpty())
                        .toList();
        now = Proof.of(turns, losses, rules).keeping(committed, keys(offered), keys(forms));
        System.out.println(now.rules().markdown());
    }

    private static List<Proof.Loss> forms(boolean all) {
        List<Proof.Loss> forms = new ArrayList<>();
        for (Scenario story : library.all()) {
            for (Form form : Form.of(story, all)) {
                forms.add(new Proof.Loss(story.id(), form, ""));
            }
        }
        return forms;
    }

    private static Set<List<String>> keys(List<Proof.Loss> forms) {
        return forms.stream().map(Proof.Loss::keys).collect(Collectors.toSet());
    }

    /** The verdict of that form where it is another than the story's; an empty one else. */
    private static Proof.Loss judged(Proof.Loss form) throws Exception {
        Scenario story = library.find(form.story());
        String named = loop.judged(story, form.form().seed(), Variant.of(form.form().variant()));
        boolean same = named.equals(expected(story, form.form()));
        return new Proof.Loss(form.story(), form.form(), same ? "" : named);
    }

    /** A failure overcome before the story is history where all else is well. */
    private static String expected(Scenario story, Form form) {
        String expected = ClosedLoop.expected(story);
        return form.variant().equals("stale") && expected.equals("healthy") ? "resolved" : expected;
    }

    private static <T> T must(Callable<T> play) {
        try {
            return play.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void whatWasProvenOnceIsStillProven() throws Exception {
        // When
        List<String> lost = now.lostSince(committed);
        // Then
        if (Boolean.getBoolean("latchkey.rewrite")) {
            ProofPage.write(now);
            System.out.println("lost since the last time: " + lost);
        } else {
            assertThat(lost).as("shown before and lost").isEmpty();
            assertThat(ProofPage.text())
                    .as("more is shown than docs/proof.md says: -Dlatchkey.rewrite=true")
                    .isEqualTo(ProofPage.text(now));
        }
    }

    @Test
    void everyRuleStatesTheRungThatItReached() throws Exception {
        // When
        List<String> wrong = new ArrayList<>();
        for (Rule rule : rules) {
            String stated = rule.proof().name().toLowerCase(Locale.ROOT);
            String reached = now.rungs().getOrDefault(rule.id().toString(), stated);
            if (!stated.equals(reached)) {
                wrong.add(rule.id() + " states " + stated + " and reached " + reached);
            }
        }
        // Then
        if (!Boolean.getBoolean("latchkey.rewrite")) {
            assertThat(wrong).isEmpty();
        }
    }

    @Test
    void everyDeedIsSaidInTheLanguageOfScenarios() throws Exception {
        var scenario = library.find("password-policy");
        for (String fix : new Deeds().fixes()) {
            assertThat(new Deeds().of(fix, List.of(Fix.Channel.RUN_COMMAND), scenario)).hasSize(1);
        }
    }
}
