package latchkey.analyzer.diagnosis;

import static latchkey.analyzer.diagnosis.Cases.literalCause;
import static latchkey.analyzer.diagnosis.Cases.literalSymptom;
import static latchkey.analyzer.diagnosis.Cases.run;
import static latchkey.analyzer.diagnosis.Cases.with;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Level;
import latchkey.analyzer.evidence.Mark;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** What is left over, in which order, and which file is asked for next. */
final class UnexplainedTest {
    private static final String WRAPPER = "VM has reported a failure when processing it";

    @TempDir private Path root;

    @Test
    void headingsAboveNothingAreNoErrors() {
        var diagnosis =
                with(root, literalCause("AGT-091", "disk-full", "never seen here", ""))
                        .file(
                                "CommandExecution.log",
                                "command-execution-log",
                                sheet -> {
                                    sheet.line("10:00:00", "Execution Complete. Execution Error:");
                                    sheet.line("10:00:01", "Execution Error: not found");
                                })
                        .file(
                                "box.txt",
                                "text",
                                sheet -> {
                                    sheet.line("10:00:00", "[Window Title]");
                                    sheet.line("10:00:00", "[OK] [Help]");
                                })
                        .conclude();

        assertThat(diagnosis.unexplained())
                .extracting(Diagnosis.Unexplained::text)
                .containsExactly("Execution Error: not found");
    }

    @Test
    void unknownErrorOfAStatusComesBeforeManyNoisyErrorsOfTheAgent() {
        var diagnosis =
                with(root, literalCause("AGT-091", "disk-full", "never seen here", ""))
                        .file(
                                "a.log",
                                "waappagent-log",
                                sheet -> {
                                    sheet.level(Level.ERROR);
                                    for (int i = 0; i < 500; i++) {
                                        sheet.line(
                                                "10:00:00",
                                                "Failed to send report "
                                                        + i
                                                        + " to C:\\some\\path"
                                                        + i
                                                        + ".txt");
                                        sheet.line("10:00:00", "Telemetry exception number " + i);
                                    }
                                })
                        .file(
                                "4.status",
                                "handler-status",
                                sheet ->
                                        sheet.of(run(4))
                                                .mark("09:00:00", Mark.Type.STATUS_ERROR)
                                                .leaf(
                                                        "09:00:00",
                                                        "/0/status/formattedMessage/message",
                                                        "Frobnication error of the account"))
                        .conclude();

        assertThat(diagnosis.outcome()).isEqualTo(Outcome.UNKNOWN_FAILURE);
        assertThat(diagnosis.unexplained())
                .extracting(Diagnosis.Unexplained::count)
                .containsExactly(1L, 500L, 500L);
        assertThat(diagnosis.unexplained().getFirst().text())
                .isEqualTo("Frobnication error of the account");
    }

    @Test
    void whatAWrapperWrapsStaysUnexplainedAndWhatARuleKnowsDoesNot() {
        var pack =
                Cases.pack(
                        root,
                        literalSymptom("ARM-191", "unknown-failure", WRAPPER, ""),
                        literalCause("ARM-091", "disk-full", "the disk is full", ""));

        var unknown =
                with(pack)
                        .file("p.txt", "arm-error", s -> s.line(null, WRAPPER + ": oddity failed"))
                        .conclude();
        var known =
                with(pack)
                        .file(
                                "p.txt",
                                "arm-error",
                                s -> s.line(null, WRAPPER + ": the disk is full"))
                        .conclude();

        assertThat(unknown.unexplained())
                .singleElement()
                .extracting(Diagnosis.Unexplained::text)
                .asString()
                .contains("oddity");
        assertThat(unknown.outcome()).isEqualTo(Outcome.UNKNOWN_FAILURE);
        assertThat(known.unexplained()).isEmpty();
        assertThat(known.outcome()).isEqualTo(Outcome.CAUSE_FOUND);
    }

    @Test
    void wordsThatCameBackAfterASuccessAreOfTheirLastAttempt() {
        var machine = with(root, literalCause("AGT-091", "disk-full", "never seen here", ""));
        for (int number : new int[] {11, 9}) {
            machine.file(
                    number + ".status",
                    "handler-status",
                    sheet ->
                            sheet.of(run(number))
                                    .mark(null, Mark.Type.STATUS_ERROR)
                                    .leaf(
                                            "/0/status/formattedMessage/message",
                                            "Frobnication error number " + number));
        }
        machine.file(
                "10.status",
                "handler-status",
                s -> s.of(run(10)).mark(null, Mark.Type.STATUS_SUCCESS));

        assertThat(machine.conclude().unexplained())
                .singleElement()
                .satisfies(
                        left -> {
                            assertThat(left.quote().file()).isEqualTo("11.status");
                            assertThat(left.text()).endsWith("11");
                            assertThat(left.count()).isEqualTo(2);
                        });
    }

    @Test
    void statusOfASuccessLeavesNothingUnexplained() {
        var diagnosis =
                with(root, literalCause("AGT-091", "disk-full", "never seen here", ""))
                        .file(
                                "4.status",
                                "handler-status",
                                sheet ->
                                        sheet.of(run(4))
                                                .mark("09:00:00", Mark.Type.STATUS_SUCCESS)
                                                .leaf(
                                                        "/0/status/formattedMessage/message",
                                                        "Updated without any error of the account"))
                        .conclude();

        assertThat(diagnosis.unexplained()).isEmpty();
        assertThat(diagnosis.outcome()).isEqualTo(Outcome.HEALTHY);
    }

    @Test
    void nextEvidenceIsTheSourceThatSeparatesTheOpenExplanations() {
        var diagnosis =
                with(
                                root,
                                literalSymptom(
                                        "ARM-191",
                                        "insufficient-evidence",
                                        WRAPPER,
                                        "collect: [serial-log]\n"),
                                open("ARM-091", "disk-full", "vmaccess-log"),
                                open("ARM-092", "dotnet-broken", "vmaccess-log"),
                                open("ARM-093", "os-unsupported", "event-log"),
                                open("ARM-094", "tls-settings-broken", "registry"))
                        .file("p.txt", "arm-error", sheet -> sheet.line(null, WRAPPER))
                        .conclude();

        assertThat(diagnosis.outcome()).isEqualTo(Outcome.INSUFFICIENT_EVIDENCE);
        assertThat(diagnosis.collectNext()).hasSize(3);
        assertThat(diagnosis.collectNext().getFirst())
                .satisfies(
                        next -> {
                            assertThat(next.source().kind().id()).isEqualTo("vmaccess-log");
                            assertThat(next.why())
                                    .contains("Title of ARM-091; Title of ARM-092")
                                    .doesNotContain("ARM-093");
                        });
    }

    @Test
    void sourceThatIsThereIsNotAskedFor() {
        var diagnosis =
                with(
                                root,
                                literalSymptom(
                                        "ARM-191",
                                        "insufficient-evidence",
                                        WRAPPER,
                                        "collect: [serial-log, vmaccess-log]\n"),
                                open("ARM-091", "disk-full", "vmaccess-log"))
                        .file("p.txt", "arm-error", sheet -> sheet.line(null, WRAPPER))
                        .empty("vmaccess-log")
                        .conclude();

        assertThat(diagnosis.collectNext())
                .extracting(next -> next.source().kind().id())
                .containsExactly("serial-log");
    }

    private static String open(String id, String cause, String kind) {
        return Cases.cause(
                id,
                cause,
                "evidence: {words: {in: ["
                        + kind
                        + "], literal: the proof of it}}\n"
                        + "verdict: {all: [words]}\nrelations: {explains: [ARM-191]}\n");
    }
}
