package latchkey.analyzer.diagnosis;

import static latchkey.analyzer.diagnosis.Cases.cause;
import static latchkey.analyzer.diagnosis.Cases.literalCause;
import static latchkey.analyzer.diagnosis.Cases.run;
import static latchkey.analyzer.diagnosis.Cases.with;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import latchkey.analyzer.evidence.Mark;
import latchkey.rules.rule.Applies;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.SourceKind;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** How one rule ends, and within what its signals belong together. */
final class JudgeTest {
    private static final String ID = "VMA-091";
    private static final String TWO =
            """
            evidence:
              first: {in: [vmaccess-log], literal: the first word}
              second: {in: [handler-status], literal: the second word}
              third: {in: [event-log], literal: the third word}
            """;

    @TempDir private Path root;

    private Cases.Case ruled(String body) {
        return with(root, cause(ID, "disk-full", body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{all: [first, second]}|undecided",
                "{any: [first, second]}|fired",
                "{any: [second, third]}|undecided",
                "{all: [first], none: [second]}|fired",
                "{all: [second], none: [first]}|quiet",
                "{at-least: {count: 2, of: [first, second, third]}}|undecided",
                "{at-least: {count: 1, of: [first, second, third]}}|fired",
                "{all: [first], any: [second, third]}|undecided"
            })
    void whatHasNoSourceIsNeitherTrueNorFalse(String verdict, String word) {
        var machine =
                ruled(TWO + "verdict: " + verdict + "\n")
                        .file("a.log", "vmaccess-log", sheet -> sheet.line(null, "the first word"));

        assertThat(machine.word(ID)).isEqualTo(word);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{all: [first, second]}|quiet",
                "{all: [second, third]}|quiet",
                "{any: [second, third]}|undecided",
                "{at-least: {count: 3, of: [first, second, third]}}|quiet",
                "{at-least: {count: 2, of: [first, second, third]}}|undecided"
            })
    void whatWasLookedForAndNotSeenIsFalse(String verdict, String word) {
        var machine =
                ruled(TWO + "verdict: " + verdict + "\n")
                        .file("a.log", "vmaccess-log", sheet -> sheet.line(null, "the first word"))
                        .empty("handler-status");

        assertThat(machine.word(ID)).isEqualTo(word);
    }

    @Test
    void undecidedNamesTheMissingKinds() {
        var machine =
                ruled(TWO + "verdict: {all: [first, second, third]}\n")
                        .file("a.log", "vmaccess-log", sheet -> sheet.line(null, "the first word"));

        assertThat(machine.verdict(ID))
                .asInstanceOf(type(RuleVerdict.Undecided.class))
                .satisfies(
                        verdict -> {
                            assertThat(verdict.missing())
                                    .containsExactlyInAnyOrder(
                                            new SourceKind("handler-status"),
                                            new SourceKind("event-log"));
                            assertThat(verdict.because())
                                    .contains("handler status file")
                                    .contains("exported Windows event log");
                        });
    }

    @Test
    void quietSaysWhatWasNotSeenOrWhatContradicts() {
        var unseen = ruled(TWO + "verdict: {all: [first]}\n").empty("vmaccess-log");
        var contradicted =
                ruled(TWO + "verdict: {all: [second], none: [first]}\n")
                        .file(
                                "s.json",
                                "handler-status",
                                sheet -> sheet.line(null, "the second word"))
                        .file(
                                "a.log",
                                "vmaccess-log",
                                sheet -> sheet.line(null, "noise").line(null, "the first word"));

        assertThat(unseen.verdict(ID).because())
                .contains("'first'")
                .contains("VMAccess handler log");
        assertThat(contradicted.verdict(ID).because()).contains("'first'").contains("a.log line 2");
    }

    @ParameterizedTest
    @CsvSource({
        "Linux,,notapplicable",
        "Windows,,fired",
        ",,fired",
        ",10.0.1,notapplicable",
        ",6.1.7601,fired"
    })
    void ruleAppliesUnlessAFactSaysNo(String family, String version, String word) {
        var machine =
                with(
                                root,
                                literalCause(
                                        ID,
                                        "disk-full",
                                        "the first word",
                                        "applies: {os: windows, versions: {os-version:"
                                                + " '[6.1,6.2)'}}\n"))
                        .file(
                                "a.log",
                                "vmaccess-log",
                                sheet -> {
                                    sheet.line(null, "the first word");
                                    if (family != null) {
                                        sheet.fact("os-family", family);
                                    }
                                    if (version != null) {
                                        sheet.fact("os-version", version);
                                    }
                                });

        assertThat(machine.word(ID)).isEqualTo(word);
        assertThat(machine.verdict(ID).because()).isNotBlank();
    }

    @Test
    void unlessAnotherRuleFires() {
        var rule =
                literalCause(ID, "disk-full", "the first word", "applies: {unless: [VMA-092]}\n");
        var other = literalCause("VMA-092", "domain-controller", "the second word", "");

        var both =
                with(root, rule, other)
                        .file(
                                "a.log",
                                "vmaccess-log",
                                s -> s.line(null, "the first word").line(null, "the second word"));
        var one =
                with(root, rule, other)
                        .file("a.log", "vmaccess-log", s -> s.line(null, "the first word"));

        assertThat(both.word(ID)).isEqualTo("notapplicable");
        assertThat(both.verdict(ID).because()).contains("VMA-092");
        assertThat(one.word(ID)).isEqualTo("fired");
    }

    @Test
    void ruleThatMakesNoSenseIsBrokenAndTheOthersStillSpeak() {
        var sound =
                Cases.pack(
                        root,
                        literalCause(ID, "disk-full", "the first word", ""),
                        literalCause("VMA-092", "domain-controller", "the second word", ""));
        var machine =
                with(nonsense(sound))
                        .file(
                                "a.log",
                                "vmaccess-log",
                                sheet ->
                                        sheet.fact("os-version", "10.0")
                                                .line(null, "the first word")
                                                .line(null, "the second word"));

        assertThat(machine.word(ID)).isEqualTo("broken");
        assertThat(Cases.rulesOf(machine.conclude().causes())).containsExactly("VMA-092");
    }

    /** A range that no checked pack can hold. */
    private static Pack nonsense(Pack pack) {
        var rules = new TreeMap<>(pack.rules());
        rules.computeIfPresent(
                new latchkey.rules.rule.RuleId(ID),
                (id, rule) ->
                        new Rule(
                                id,
                                rule.revision(),
                                rule.since(),
                                rule.title(),
                                rule.summary(),
                                rule.kind(),
                                rule.cause(),
                                rule.leadsTo(),
                                rule.severity(),
                                rule.certainty(),
                                rule.proof(),
                                new Applies(
                                        null,
                                        null,
                                        Map.of("os-version", "["),
                                        rule.applies().unless()),
                                rule.scope(),
                                rule.clearedBySuccess(),
                                rule.evidence(),
                                rule.decision(),
                                rule.captures(),
                                rule.relations(),
                                rule.implies(),
                                rule.why(),
                                rule.notThisIf(),
                                rule.fixes(),
                                rule.collect(),
                                rule.references()));
        return new Pack(
                pack.name(),
                pack.version(),
                pack.sha256(),
                rules,
                pack.fixes(),
                pack.causes(),
                pack.sources(),
                pack.groups(),
                pack.messages(),
                pack.speech());
    }

    @Test
    void latestCaptureFillsTheSentence() {
        var machine =
                ruled(
                                """
                                evidence:
                                  words: {regex: 'was refused for (?P<user>\\w+)'}
                                capture: {user: {from: words, group: user, class: account}, vm: {fact: vm-name, class: host}}
                                verdict: {all: [words]}
                                """)
                        .file(
                                "4.status",
                                "handler-status",
                                sheet ->
                                        sheet.of(run(4))
                                                .mark("10:00:00", Mark.Type.STATUS_ERROR)
                                                .line("10:00:00", "was refused for anna")
                                                .line("10:00:30", "was refused for bert")
                                                .line("10:00:10", "was refused for carl"));

        var finding = machine.conclude().causes().getFirst();

        assertThat(finding.fill("{user} on {vm|this VM} in {attempt}: {nobody}, {open"))
                .isEqualTo("bert on this VM in 4: (unknown), {open");
    }

    @Test
    void signalsOfTwoAttemptsDoNotMakeOneFinding() {
        var body =
                """
                evidence:
                  one: {literal: the first word}
                  two: {literal: the second word}
                verdict: {all: [one, two]}
                """;

        assertThat(attempts(body, 4, 4).word(ID)).isEqualTo("fired");
        assertThat(attempts(body, 4, 5).word(ID)).isEqualTo("quiet");
        assertThat(attempts(body + "scope: bundle\n", 4, 5).word(ID)).isEqualTo("fired");
    }

    private Cases.Case attempts(String body, int first, int second) {
        return ruled(body)
                .file(
                        "4.status",
                        "handler-status",
                        sheet -> sheet.of(run(4)).mark("10:00:00", Mark.Type.STATUS_ERROR))
                .file(
                        "5.status",
                        "handler-status",
                        sheet -> sheet.of(run(5)).mark("11:00:00", Mark.Type.STATUS_ERROR))
                .file(
                        "a.log",
                        "handler-status",
                        sheet ->
                                sheet.of(run(first))
                                        .line(null, "the first word")
                                        .of(run(second))
                                        .line(null, "the second word"));
    }

    @ParameterizedTest
    @CsvSource({"10:30:00,10:40:00,fired", "10:30:00,11:30:00,quiet"})
    void signalsOfTwoBootsDoNotMakeOneFinding(String first, String second, String word) {
        var machine =
                ruled(
                                """
                                evidence:
                                  one: {literal: the first word}
                                  two: {literal: the second word}
                                verdict: {all: [one, two]}
                                scope: boot
                                """)
                        .file(
                                "a.log",
                                "agent-log",
                                sheet ->
                                        sheet.mark("10:00:00", Mark.Type.BOOT)
                                                .mark("11:00:00", Mark.Type.BOOT)
                                                .line(first, "the first word")
                                                .line(second, "the second word"));

        assertThat(machine.word(ID)).isEqualTo(word);
    }
}
