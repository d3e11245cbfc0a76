package latchkey.analyzer.diagnosis;

import static latchkey.analyzer.diagnosis.Cases.literalCause;
import static latchkey.analyzer.diagnosis.Cases.literalSymptom;
import static latchkey.analyzer.diagnosis.Cases.rulesOf;
import static latchkey.analyzer.diagnosis.Cases.run;
import static latchkey.analyzer.diagnosis.Cases.with;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Mark;
import latchkey.rules.rule.RuleId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Which of several causes is the answer. */
final class CauseGraphTest {
    private static final String FIRST = "the first word";
    private static final String SECOND = "the second word";
    private static final String THIRD = "the third word";

    @TempDir private Path root;

    private Diagnosis seen(String... rules) {
        return with(root, rules)
                .file(
                        "a.log",
                        "agent-log",
                        sheet -> sheet.line(null, FIRST).line(null, SECOND).line(null, THIRD))
                .conclude();
    }

    private static String first(String relations) {
        return literalCause("AGT-091", "disk-full", FIRST, relations);
    }

    private static String second(String relations) {
        return literalCause("AGT-092", "dotnet-broken", SECOND, relations);
    }

    @Test
    void withoutRelationsBothStandInOrderOfTheirIds() {
        assertThat(rulesOf(seen(first(""), second("")).causes()))
                .containsExactly("AGT-091", "AGT-092");
    }

    @Test
    void explainedCauseStepsBackAndIsAccountedFor() {
        var diagnosis =
                seen(
                        first(""),
                        second("relations: {explains: [AGT-091, AGT-193]}\n"),
                        literalSymptom("AGT-193", "unknown-failure", THIRD, ""));

        assertThat(rulesOf(diagnosis.causes())).containsExactly("AGT-092");
        assertThat(diagnosis.explained().get(new RuleId("AGT-092")))
                .containsExactly(new RuleId("AGT-091"), new RuleId("AGT-193"));
    }

    @Test
    void explainingReachesThroughARuleThatDidNotFire() {
        var diagnosis =
                seen(
                        first(""),
                        second("relations: {explains: [AGT-093]}\n"),
                        literalCause(
                                "AGT-093",
                                "os-unsupported",
                                "never seen at all",
                                "relations: {explains: [AGT-091]}\n"));

        assertThat(rulesOf(diagnosis.causes())).containsExactly("AGT-092");
    }

    @Test
    void beatenCauseStepsBackOnlyWhereTheOtherFires() {
        assertThat(rulesOf(seen(first(""), second("relations: {beats: [AGT-091]}\n")).causes()))
                .containsExactly("AGT-092");
        assertThat(
                        rulesOf(
                                with(root, first(""), second("relations: {beats: [AGT-091]}\n"))
                                        .file(
                                                "a.log",
                                                "agent-log",
                                                sheet -> sheet.line(null, FIRST))
                                        .conclude()
                                        .causes()))
                .containsExactly("AGT-091");
    }

    @Test
    void ofTwoThatExcludeEachOtherTheSurerOneStays() {
        var unsure = first("certainty: medium\nrelations: {excludes: [AGT-092]}\n");

        assertThat(rulesOf(seen(unsure, second("")).causes())).containsExactly("AGT-092");
        assertThat(
                        rulesOf(
                                seen(
                                                first("relations: {excludes: [AGT-092]}\n"),
                                                second("certainty: low\n"))
                                        .causes()))
                .containsExactly("AGT-091");
    }

    @Test
    void causeThatExplainsMoreComesFirst() {
        var diagnosis =
                seen(
                        first(""),
                        second("relations: {explains: [AGT-193]}\n"),
                        literalSymptom("AGT-193", "unknown-failure", THIRD, ""));

        assertThat(rulesOf(diagnosis.causes())).containsExactly("AGT-092", "AGT-091");
    }

    @Test
    void certaintyWeighsMoreThanTheNumberOfSymptoms() {
        var diagnosis =
                seen(
                        first(""),
                        second("certainty: medium\nrelations: {explains: [AGT-193]}\n"),
                        literalSymptom("AGT-193", "unknown-failure", THIRD, ""));

        assertThat(rulesOf(diagnosis.causes())).containsExactly("AGT-091", "AGT-092");
    }

    @Test
    void bestRuleSpeaksForACause() {
        var diagnosis =
                seen(
                        first("certainty: medium\n"),
                        literalCause("AGT-092", "disk-full", SECOND, ""));

        assertThat(rulesOf(diagnosis.causes())).containsExactly("AGT-092");
    }

    @Test
    void newestAttemptsCauseIsTheAnswerAndTheOlderOneIsHistory() {
        var diagnosis = attempts("VMA-091", "VMA-092");

        assertThat(rulesOf(diagnosis.causes())).containsExactly("VMA-092");
        assertThat(rulesOf(diagnosis.history())).containsExactly("VMA-091");
    }

    @Test
    void olderAttemptsCauseIsNotTheAnswerToANewerFailureThatNobodyExplains() {
        var diagnosis = attempts("VMA-091", "VMA-093");

        assertThat(diagnosis.outcome()).isEqualTo(Outcome.UNKNOWN_FAILURE);
        assertThat(diagnosis.causes()).isEmpty();
        assertThat(rulesOf(diagnosis.history())).containsExactly("VMA-091");
    }

    @Test
    void causeThatNoSuccessCuresOutlivesItsAttempt() {
        var diagnosis = attempts("RDP-091", "VMA-092");

        assertThat(rulesOf(diagnosis.causes())).containsExactly("VMA-092", "RDP-091");
    }

    /** Attempt 4 fails with the older rule's words and attempt 5 with the newer one's. */
    private Diagnosis attempts(String older, String newer) {
        var words = newer.equals("VMA-092") ? SECOND : "nowhere to be seen";
        return with(
                        root,
                        literalCause(older, "disk-full", FIRST, ""),
                        literalCause("VMA-092", "dotnet-broken", words, ""))
                .file(
                        "4.status",
                        "handler-status",
                        sheet ->
                                sheet.of(run(4))
                                        .mark("12:00:00", Mark.Type.STATUS_ERROR)
                                        .line("12:00:00", FIRST))
                .file(
                        "5.status",
                        "handler-status",
                        sheet ->
                                sheet.of(run(5))
                                        .mark("12:30:00", Mark.Type.STATUS_ERROR)
                                        .line("12:30:00", SECOND))
                .conclude();
    }
}
