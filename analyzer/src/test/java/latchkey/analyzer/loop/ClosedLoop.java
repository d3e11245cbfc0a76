package latchkey.analyzer.loop;

import latchkey.analyzer.report.Progress;
import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.Triage;
import latchkey.analyzer.report.TriageRequest;
import latchkey.analyzer.report.face.Comparison;
import latchkey.rules.rule.Fix;
import latchkey.simulator.scenario.Order;
import latchkey.simulator.scenario.Performance;
import latchkey.simulator.scenario.Play;
import latchkey.simulator.scenario.Variant;
import latchkey.simulator.scenario.language.MalformedScenario;
import latchkey.simulator.scenario.language.Scenario;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays a story, asks the analyzer, and tries the ways out of its report in the world. */
final class ClosedLoop {
    private static final long SEED = 1;

    private final Triage triage;
    private final Deeds deeds;
    private final Path folder;
    private final AtomicInteger bundles = new AtomicInteger();

    /** What came of trying a fix. */
    enum Cured {
        YES,
        NO,
        /** There is nothing to cure, or the world has no deed for the fix. */
        UNTRIED
    }

    /**
     * A fix that was carried out.
     *
     * @param fix its id
     * @param why what stood in the way, one remark for each way in; empty for nothing
     */
    record Tried(String fix, Cured cured, List<String> why) {
        Tried {
            why = List.copyOf(why);
        }
    }

    /**
     * What came of one story.
     *
     * @param expected what an honest reading says
     * @param named the outcome, with the cause where there is one
     * @param rule the rule that named the cause; empty for none
     * @param off what is said without the fault, an empty text where nothing is amiss; null for a
     *     story whose fault cannot be switched off
     * @param first the first fix that is available
     * @param ruledOut the fixes that are not available, tried all the same
     */
    record Turn(
            String story,
            String expected,
            String named,
            String rule,
            @Nullable String off,
            Tried first,
            List<Tried> ruledOut) {
        Turn {
            ruledOut = List.copyOf(ruledOut);
        }

        boolean isRight() {
            return named.equals(expected);
        }
    }

    ClosedLoop(Triage triage, Path folder) throws IOException {
        this.triage = triage;
        this.deeds = new Deeds();
        this.folder = folder;
    }

    Turn turn(Scenario scenario) throws IOException, MalformedScenario {
        Play play = play(scenario, false);
        Report report = read(play.look());
        Tried nothing = new Tried("", Cured.UNTRIED, List.of());
        if (report.causes().isEmpty()) {
            return new Turn(
                    scenario.id(), expected(scenario), word(report), "", "", nothing, List.of());
        }
        Report.CauseFound cause = report.causes().getFirst();
        Tried first = nothing;
        List<Tried> ruledOut = new ArrayList<>();
        for (Report.WayOut way : cause.fixes()) {
            if (!way.available()) {
                ruledOut.add(tried(scenario, play(scenario, false), report, way));
            } else if (first.fix().isEmpty()) {
                first = tried(scenario, play, report, way);
            }
        }
        return new Turn(
                scenario.id(),
                expected(scenario),
                word(report),
                cause.rule().toString(),
                off(scenario, cause),
                first,
                ruledOut);
    }

    /** What the bundle of one play is judged as; and when the story did not end as it must, why. */
    String judged(Scenario scenario, long seed, Variant variant) throws IOException {
        Performance performance = Play.of(new Order(scenario, seed, variant, 0, false)).look();
        List<String> missed = performance.disappointments();
        return missed.isEmpty()
                ? word(read(performance))
                : "another story: " + missed.getFirst().replaceFirst("line \\d+: ", "");
    }

    static String expected(Scenario scenario) {
        return scenario.outcome().equals("cause-found")
                ? "cause-found " + scenario.cause().orElseThrow()
                : scenario.outcome();
    }

    private static Play play(Scenario scenario, boolean faultOff) {
        return Play.of(new Order(scenario, SEED, Variant.PLAIN, 0, faultOff));
    }

    private @Nullable String off(Scenario scenario, Report.CauseFound cause) throws IOException {
        if (scenario.without().equals("cause-found")) {
            return null;
        }
        Report off = read(play(scenario, true).look());
        boolean fires = off.causes().stream().anyMatch(one -> one.rule().equals(cause.rule()));
        return !fires && outcome(off).equals(scenario.without()) ? "" : word(off);
    }

    private Tried tried(Scenario scenario, Play play, Report before, Report.WayOut way)
            throws IOException, MalformedScenario {
        if (!deeds.knows(way.id())) {
            return new Tried(way.id(), Cured.UNTRIED, List.of());
        }
        List<Fix.Channel> channels = way.steps().stream().map(Report.Step::channel).toList();
        List<String> why = new ArrayList<>();
        for (Deeds.Deed deed : deeds.of(way.id(), channels, scenario)) {
            play.goOn(deed.steps());
            if (deed.again()) {
                play.goOn(scenario.steps(true));
            }
            String wrong = wrong(scenario, play, deed, before, way.cure());
            if (wrong.isEmpty()) {
                return new Tried(way.id(), Cured.YES, List.of());
            }
            why.add(wrong);
        }
        return new Tried(
                way.id(), Cured.NO, why.isEmpty() ? List.of("no way into the guest") : why);
    }

    /** What is not as the fix promised; empty for nothing. */
    private String wrong(
            Scenario scenario, Play play, Deeds.Deed deed, Report before, Fix.Cure cure)
            throws IOException {
        List<String> untrue = new ArrayList<>(play.untrue(deed.then()));
        if (deed.again()) {
            untrue.addAll(play.untrue(scenario.otherwise()));
        }
        if (!deed.again() && deed.then().isEmpty()) {
            untrue.add("the table says no end");
        }
        if (!untrue.isEmpty()) {
            return "world: " + String.join(", ", untrue).replaceAll("line \\d+: ", "");
        }
        if (cure != Fix.Cure.FIX) {
            return "";
        }
        Comparison after = Comparison.of(before, read(play.look()));
        return after.isCured() ? "" : "report: " + standing(after);
    }

    private static String standing(Comparison after) {
        List<String> words = new ArrayList<>();
        words.add(after.after().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        after.unchanged().forEach(cause -> words.add(cause.rule() + " stands"));
        after.fresh().forEach(cause -> words.add(cause.rule() + " is new"));
        after.untold().forEach(cause -> words.add(cause.rule() + " cannot be told"));
        return String.join(", ", words);
    }

    private Report read(Performance performance) throws IOException {
        Path bundle = folder.resolve("bundle-" + bundles.incrementAndGet() + ".zip");
        try (OutputStream out = Files.newOutputStream(bundle)) {
            performance.parcel().zipTo(out);
        }
        try {
            return triage.answer(
                            new TriageRequest(
                                    List.of(bundle.toString()),
                                    null,
                                    List.of(),
                                    null,
                                    null,
                                    false,
                                    Map.of(),
                                    1,
                                    Progress.SILENT))
                    .report();
        } finally {
            Files.delete(bundle);
        }
    }

    private static String outcome(Report report) {
        return report.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String word(Report report) {
        return report.causes().isEmpty()
                ? outcome(report)
                : outcome(report) + " " + report.causes().getFirst().named();
    }
}
