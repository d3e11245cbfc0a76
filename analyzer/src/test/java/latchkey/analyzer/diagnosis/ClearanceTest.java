package latchkey.analyzer.diagnosis;

import static latchkey.analyzer.diagnosis.Cases.causesOf;
import static latchkey.analyzer.diagnosis.Cases.literalCause;
import static latchkey.analyzer.diagnosis.Cases.rule;
import static latchkey.analyzer.diagnosis.Cases.rulesOf;
import static latchkey.analyzer.diagnosis.Cases.run;
import static latchkey.analyzer.diagnosis.Cases.with;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Mark;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Path;

/** What a later success or a later proof of health makes history, and what not. */
final class ClearanceTest {
    private static final String WORDS = "the broken word";

    @TempDir private Path root;

    private static String vmaccess(String body) {
        return literalCause("VMA-091", "disk-full", WORDS, body);
    }

    private Diagnosis failureAt(
            @Nullable String clock, int number, String success, int successNumber, String body) {
        return with(root, vmaccess(body))
                .file(
                        "a.status",
                        "handler-status",
                        sheet ->
                                sheet.of(run(number))
                                        .mark(clock, Mark.Type.STATUS_ERROR)
                                        .line(clock, WORDS))
                .file(
                        "b.status",
                        "handler-status",
                        sheet ->
                                sheet.of(run(successNumber))
                                        .mark(success, Mark.Type.STATUS_SUCCESS))
                .conclude();
    }

    @Test
    void failureBeforeASuccessIsHistory() {
        var diagnosis = failureAt("10:00:00", 4, "11:00:00", 5, "");

        assertThat(diagnosis.outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(diagnosis.causes()).isEmpty();
        assertThat(rulesOf(diagnosis.history())).containsExactly("VMA-091");
        assertThat(diagnosis.collectNext()).isEmpty();
    }

    @Test
    void failureAfterASuccessIsTheCause() {
        var diagnosis = failureAt("11:00:00", 5, "10:00:00", 4, "");

        assertThat(diagnosis.outcome()).isEqualTo(Outcome.CAUSE_FOUND);
        assertThat(causesOf(diagnosis)).containsExactly("disk-full");
        assertThat(diagnosis.history()).isEmpty();
    }

    @Test
    void numbersDecideWhenTheClockJumpedBack() {
        assertThat(failureAt("11:00:00", 4, "10:00:00", 5, "").outcome())
                .isEqualTo(Outcome.RESOLVED);
        assertThat(failureAt("10:00:00", 5, "11:00:00", 4, "").outcome())
                .isEqualTo(Outcome.CAUSE_FOUND);
    }

    @Test
    void numbersDecideWhenNothingIsDated() {
        assertThat(failureAt(null, 4, "10:00:00", 5, "").outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(failureAt(null, 5, "10:00:00", 4, "").outcome()).isEqualTo(Outcome.CAUSE_FOUND);
    }

    @Test
    void ruleThatNoSuccessClearsStands() {
        assertThat(failureAt("10:00:00", 4, "11:00:00", 5, "cleared-by-success: no\n").outcome())
                .isEqualTo(Outcome.CAUSE_FOUND);
    }

    @ParameterizedTest
    @CsvSource({"10:00:00,11:00:00,false", "11:00:00,10:00:00,true", ",11:00:00,true"})
    void agentsErrorIsOutlivedByALaterProofOfHealth(
            @Nullable String error, String health, boolean stands) {
        var diagnosis =
                with(
                                root,
                                literalCause("AGT-091", "disk-full", WORDS, ""),
                                rule(
                                        "AGT-291",
                                        """
                                        kind: healthy
                                        evidence: {words: {literal: heartbeat of the agent}}
                                        verdict: {all: [words]}
                                        relations: {clears: [AGT-091]}
                                        """))
                        .file(
                                "a.log",
                                "waappagent-log",
                                sheet ->
                                        sheet.line(error, WORDS)
                                                .line(health, "heartbeat of the agent"))
                        .conclude();

        assertThat(rulesOf(diagnosis.causes()).contains("AGT-091")).isEqualTo(stands);
    }

    @Test
    void undatedPastedErrorBesideADatedSuccessStands() {
        var diagnosis =
                with(root, vmaccess(""))
                        .file("p.txt", "text", sheet -> sheet.line(null, WORDS))
                        .file(
                                "4.status",
                                "handler-status",
                                sheet ->
                                        sheet.of(run(4)).mark("10:00:00", Mark.Type.STATUS_SUCCESS))
                        .conclude();

        assertThat(causesOf(diagnosis)).containsExactly("disk-full");
    }

    @Test
    void handlersOwnErrorIsNotClearedByTheAgentsWordForTheSameRun() {
        var diagnosis =
                with(root, vmaccess(""))
                        .file(
                                "4.status",
                                "handler-status",
                                sheet ->
                                        sheet.of(run(4))
                                                .mark("10:00:10", Mark.Type.STATUS_ERROR)
                                                .line("10:00:10", WORDS))
                        .file(
                                "w.log",
                                "waappagent-log",
                                sheet ->
                                        sheet.of(run(null))
                                                .mark("10:00:00", Mark.Type.RUN_STARTED)
                                                .mark("10:00:40", Mark.Type.RUN_SUCCEEDED))
                        .conclude();

        assertThat(causesOf(diagnosis)).containsExactly("disk-full");
    }

    @Test
    void windowLeavesOutWhatIsOlderOrNewer() {
        var pack = Cases.pack(root, vmaccess(""));

        assertThat(inWindow(pack, "10:30:00", null)).isEqualTo(Outcome.INSUFFICIENT_EVIDENCE);
        assertThat(inWindow(pack, null, "10:30:00")).isEqualTo(Outcome.CAUSE_FOUND);
        assertThat(inWindow(pack, null, null)).isEqualTo(Outcome.CAUSE_FOUND);
        assertThat(inWindow(pack, null, "09:30:00")).isEqualTo(Outcome.INSUFFICIENT_EVIDENCE);
        assertThat(inWindow(pack, "10:00:00", "10:00:00")).isEqualTo(Outcome.CAUSE_FOUND);
    }

    private static Outcome inWindow(
            latchkey.rules.rule.Pack pack, @Nullable String since, @Nullable String until) {
        return new Cases.Case(pack, new Window(Cases.at(since), Cases.at(until)))
                .file(
                        "a.log",
                        "vmaccess-log",
                        sheet -> sheet.line("10:00:00", WORDS).line("11:00:00", "all is well"))
                .conclude()
                .outcome();
    }
}
