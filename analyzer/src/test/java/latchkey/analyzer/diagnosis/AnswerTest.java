package latchkey.analyzer.diagnosis;

import static latchkey.analyzer.diagnosis.Cases.causesOf;
import static latchkey.analyzer.diagnosis.Cases.rulesOf;
import static latchkey.analyzer.diagnosis.Cases.withCore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** From the text of real files to the outcome, through the rules that come with the program. */
final class AnswerTest {
    private static final String HANDLER =
            "Packages/Plugins/Microsoft.Compute.VMAccessAgent/2.4.11/Status/";
    private static final String POLICY =
            "Cannot update Remote Desktop Connection settings for Administrator account. "
                    + "Error: The password does not meet the password policy requirements. "
                    + "(Exception from HRESULT: 0x800708C5)";
    private static final String DOMAIN =
            "Cannot update Remote Desktop Connection settings for Administrator account. "
                    + "Error: VMAccess Extension does not support Domain Controller";
    private static final String ODD =
            "Cannot update Remote Desktop Connection settings for Administrator account. "
                    + "Error: The frobnicator of the account is jammed";
    private static final String DONE = "Succesfully updated Admin account";

    @Test
    void failureThatARuleKnowsIsACauseFound() {
        var diagnosis = withCore().text(status(4), status("error", "10:00:00", POLICY)).conclude();

        assertThat(diagnosis.outcome()).isEqualTo(Outcome.CAUSE_FOUND);
        assertThat(causesOf(diagnosis)).containsExactly("password-policy");
        assertThat(diagnosis.causes().getFirst().proof().getFirst().quote().text())
                .contains("0x800708C5");
    }

    @Test
    void failureBeforeASuccessIsResolved() {
        var diagnosis =
                withCore()
                        .text(status(4), status("error", "10:00:00", POLICY))
                        .text(status(5), status("success", "11:00:00", DONE))
                        .conclude();

        assertThat(diagnosis.outcome()).isEqualTo(Outcome.RESOLVED);
        assertThat(diagnosis.causes()).isEmpty();
        assertThat(rulesOf(diagnosis.history())).contains("VMA-001");
    }

    @Test
    void failureAfterASuccessIsTheCause() {
        var diagnosis =
                withCore()
                        .text(status(4), status("success", "10:00:00", DONE))
                        .text(status(5), status("error", "11:00:00", POLICY))
                        .conclude();

        assertThat(causesOf(diagnosis)).containsExactly("password-policy");
    }

    @Test
    void newestOfTwoFailuresIsTheAnswer() {
        var diagnosis =
                withCore()
                        .text(status(4), status("error", "12:00:00", DOMAIN))
                        .text(status(5), status("error", "09:00:00", POLICY))
                        .conclude();

        assertThat(causesOf(diagnosis)).containsExactly("password-policy");
        assertThat(rulesOf(diagnosis.history())).contains("VMA-002");
    }

    @Test
    void statusOfSuccessIsHealth() {
        var diagnosis = withCore().text(status(4), status("success", "10:00:00", DONE)).conclude();

        assertThat(diagnosis.outcome()).isEqualTo(Outcome.HEALTHY);
    }

    @Test
    void failureThatNoRuleKnowsIsUnknownAndItsWordsComeFirst() {
        var diagnosis =
                withCore()
                        .text(status(4), status("error", "10:00:00", ODD))
                        .text(
                                "WaAppAgent.log",
                                agent("ERROR", "Failed to send telemetry, error 17.").repeat(40))
                        .conclude();

        assertThat(diagnosis.outcome()).isEqualTo(Outcome.UNKNOWN_FAILURE);
        assertThat(diagnosis.causes()).isEmpty();
        assertThat(diagnosis.unexplained().getFirst().text()).contains("frobnicator");
    }

    @Test
    void clientThatCannotConnectIsTooLittle() {
        var diagnosis =
                withCore()
                        .text(
                                "message.txt",
                                "Remote Desktop can't connect to the remote computer for one of"
                                        + " these reasons:\n")
                        .conclude();

        assertThat(diagnosis.outcome()).isEqualTo(Outcome.INSUFFICIENT_EVIDENCE);
        assertThat(diagnosis.causes()).isEmpty();
        assertThat(rulesOf(diagnosis.symptoms())).containsExactly("RDP-102");
        assertThat(diagnosis.collectNext()).isNotEmpty();
    }

    @Test
    void silenceIsNoHealth() {
        assertThat(withCore().text("notes.txt", "Nothing to see here.\n").conclude().outcome())
                .isEqualTo(Outcome.INSUFFICIENT_EVIDENCE);
        assertThat(withCore().conclude().outcome()).isEqualTo(Outcome.INSUFFICIENT_EVIDENCE);
    }

    @Test
    void failureOfAnotherExtensionIsOutOfScope() {
        var diagnosis =
                withCore()
                        .text(
                                "answer.json",
                                """
                                {"error": {"code": "VMExtensionProvisioningError",
                                  "message": "VM has reported a failure when processing extension 'joindomain'. \
                                Error message: 'Failed to join domain = contoso.example'."}}
                                """)
                        .conclude();

        assertThat(diagnosis.outcome()).isEqualTo(Outcome.OUT_OF_SCOPE);
    }

    @Test
    void agentsWordForTheSameRunDoesNotMakeAFailureGood() {
        var diagnosis =
                withCore()
                        .text(status(4), status("error", "10:00:20", POLICY))
                        .text(
                                "WaAppAgent.log",
                                agent(
                                        "WARN",
                                        "Plugin enabled (handler name:"
                                            + " Microsoft.Compute.VMAccessAgent, extension name: ,"
                                            + " version: 2.4.11)., Code: 0"))
                        .conclude();

        assertThat(causesOf(diagnosis)).containsExactly("password-policy");
    }

    @Test
    void killedRunIsAHandlerThatDidNotFinish() {
        var diagnosis =
                withCore()
                        .text(
                                "WaAppAgent.log",
                                agent(
                                        "ERROR",
                                        "Enable command of Microsoft.Compute.VMAccessAgent has not"
                                                + " exited on time! Killing it..."))
                        .conclude();

        assertThat(causesOf(diagnosis)).containsExactly("handler-did-not-finish");
    }

    @Test
    void agentsErrorBeforeAProofOfHealthIsNoCauseAndAfterItIs() {
        var blocked =
                "Cannot reach 168.63.129.16: An attempt was made to access a socket in a way"
                        + " forbidden by its access permissions 168.63.129.16:80";
        var enabled =
                "Plugin enabled (handler name: Microsoft.Compute.BGInfo, extension name: , version:"
                        + " 2.1)., Code: 0";

        var before =
                withCore()
                        .text(
                                "WaAppAgent.log",
                                agent("09:00:00", "ERROR", blocked)
                                        + agent("10:00:00", "WARN", enabled))
                        .conclude();
        var after =
                withCore()
                        .text(
                                "WaAppAgent.log",
                                agent("09:00:00", "WARN", enabled)
                                        + agent("10:00:00", "ERROR", blocked))
                        .conclude();

        assertThat(causesOf(before)).isEmpty();
        assertThat(causesOf(after)).containsExactly("wireserver-blocked");
    }

    @RepeatedTest(5)
    void orderOfTheFilesChangesNothing(RepetitionInfo info) {
        var files =
                new TreeMap<>(
                        Map.of(
                                status(3),
                                status("error", "09:00:00", DOMAIN),
                                status(4),
                                status("success", "10:00:00", DONE),
                                status(5),
                                status("error", "11:00:00", POLICY),
                                status(6),
                                status("error", "12:00:00", ODD),
                                "WaAppAgent.log",
                                agent("ERROR", "Failed to send telemetry, error 17."),
                                "notes.txt",
                                "The user says that the error code: 2245 was shown.\n"));
        var names = new ArrayList<>(files.keySet());
        var expected = told(files, names);

        Collections.shuffle(names, new Random(info.getCurrentRepetition()));

        assertThat(told(files, names)).containsExactlyElementsOf(expected);
    }

    private static List<Object> told(Map<String, String> files, List<String> order) {
        var machine = withCore();
        order.forEach(name -> machine.text(name, files.get(name)));
        var diagnosis = machine.conclude();
        return List.of(
                diagnosis.outcome(),
                diagnosis.causes(),
                diagnosis.history(),
                diagnosis.timeline().attempts(),
                diagnosis.collectNext(),
                diagnosis.unexplained().stream()
                        .sorted(Comparator.comparing(Diagnosis.Unexplained::text))
                        .toList());
    }

    private static String status(int number) {
        return HANDLER + number + ".status";
    }

    private static String status(String word, String clock, String message) {
        return """
        [{"version": "1.0", "timestampUTC": "2026-05-02T%sZ",
          "status": {"name": "VMAccess", "operation": "Enable", "status": "%s", "code": 0,
          "formattedMessage": {"lang": "en-US", "message": "%s"}}}]
        """
                .formatted(clock, word, message);
    }

    private static String agent(String level, String message) {
        return agent("10:00:30", level, message);
    }

    private static String agent(String clock, String level, String message) {
        return "[00000013] [05/02/2026 " + clock + ".88] [" + level + "] " + message + "\n";
    }
}
