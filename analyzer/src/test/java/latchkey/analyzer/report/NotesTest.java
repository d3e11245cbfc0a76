package latchkey.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.diagnosis.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Texts that people write: lists of known errors, and notes without times. */
class NotesTest {
    private static final String POLICY =
            "The password does not meet the password policy requirements.";
    private static final String CONTROLLER =
            "VMAccess Extension does not support Domain Controller.";
    private static final String OFF =
            "Cannot modify extensions in the VM when the VM is not running.";
    private static final String NO_MEMBER =
            "Error message: 'Cannot update Remote Desktop Connection settings for Administrator"
                + " account. Error: System.Exception: User account ana already exists but cannot be"
                + " updated because it is not in the Administrators group.'";
    private static final String SUCCESS =
            "{\"name\": \"enablevmaccess\", \"provisioningState\": \"Succeeded\","
                    + " \"typePropertiesType\": \"VMAccessAgent\"}";

    @TempDir private Path folder;

    @Test
    void aListOfKnownErrorsProvesNoneOfThem() throws Exception {
        assertThat(causes("<html>" + POLICY + "</br>" + CONTROLLER + "</br>" + OFF + "</html>"))
                .isEmpty();
    }

    @Test
    void twoErrorsAreNoListYet() throws Exception {
        assertThat(causes(CONTROLLER + "\n" + OFF)).isNotEmpty();
    }

    @Test
    void whatIsDatedIsEvidenceEvenBesideAList() throws Exception {
        assertThat(
                        causes(
                                POLICY
                                        + "\n"
                                        + CONTROLLER
                                        + "\n"
                                        + OFF
                                        + "\n\n2026-08-08T08:00:10.1000000Z [Error]: "
                                        + CONTROLLER))
                .containsExactly("domain-controller");
    }

    @Test
    void aMailIsReadByItsWords() throws Exception {
        assertThat(
                        causes(
                                "<html><body><p class=MsoNormal>retry gives<br><span style='x'>VM"
                                        + " extension &#39;enablevmaccess&#39; since it is marked"
                                        + " for&nbsp;deletion.</span></p></body></html>"))
                .containsExactly("deletion-unfinished");
    }

    @Test
    void whatIsToldLaterHappenedLater() throws Exception {
        assertThat(outcome("az vm user update\n" + NO_MEMBER + "\nagain:\n" + SUCCESS))
                .isEqualTo(Outcome.RESOLVED);
        assertThat(causes("first vm: " + SUCCESS + "\nthen:\n" + NO_MEMBER))
                .containsExactly("account-not-administrator");
    }

    @Test
    void whatAConsoleShowsLaterHappenedLater() throws Exception {
        String refused =
                """
                PS C:\\> Set-AzVMAccessExtension -ResourceGroupName g -VMName v -Name second
                Set-AzVMAccessExtension : Multiple VMExtensions per handler not supported for OS type 'Windows'.
                ErrorCode: BadRequest
                StatusCode: 400
                ReasonPhrase: Bad Request

                """;
        String answered =
                """
                PS C:\\> Set-AzVMAccessExtension -ResourceGroupName g -VMName v -Name first

                RequestId IsSuccessStatusCode StatusCode ReasonPhrase
                --------- ------------------- ---------- ------------
                                         True         OK OK

                """;
        assertThat(outcome(refused + answered)).isEqualTo(Outcome.RESOLVED);
        assertThat(causes(answered + refused)).containsExactly("extension-name-conflict");
    }

    @Test
    void whatOneRowSaysIsNotSaidOfTheNext() throws Exception {
        String rows =
                """
                results for web9
                  OK      CNG Key Isolation service               Running
                  OK      Wireserver endpoint 168.63.129.16:32526  Reachable
                  FAILED  IMDS endpoint 169.254.169.254:80        Not reachable
                  OK      StdRegProv WMI class                    Found
                  FAILED  %s
                """;
        assertThat(causes(rows.formatted("Optional tool   Not found"))).isEmpty();
        assertThat(causes(rows.formatted("Wireserver endpoint 168.63.129.16:80  Not reachable")))
                .containsExactly("wireserver-blocked");
    }

    @Test
    void theAnswerInsideTheLogOfAProgramIsThePlatforms() throws Exception {
        String log =
                """
                2031-02-03T04:05:07.123Z [DEBUG] provider.terraform-provider-azurerm: PUT https://management.azure.com/subscriptions/s1
                2031-02-03T04:05:09.456Z [DEBUG] provider.terraform-provider-azurerm: HTTP/2.0 409 Conflict
                Content-Type: application/json

                {"error": {"code": "OperationNotAllowed",
                  "message": "%s"}}
                2031-02-03T04:05:10.001Z [TRACE] vertex "root": visit complete, with errors
                """;
        assertThat(causes(log.formatted(OFF))).containsExactly("vm-not-running");
    }

    private List<String> causes(String text) throws Exception {
        return report(text).causes().stream().map(Report.CauseFound::named).toList();
    }

    private Outcome outcome(String text) throws Exception {
        return report(text).outcome();
    }

    private Report report(String text) throws Exception {
        Path file = Files.writeString(folder.resolve("notes.txt"), text);
        return answer(file);
    }

    private static Report answer(Path file) throws Exception {
        return Triage.with(List.of())
                .answer(
                        new TriageRequest(
                                List.of(file.toString()),
                                null,
                                List.of(),
                                null,
                                null,
                                false,
                                Map.of(),
                                1,
                                Progress.SILENT))
                .report();
    }
}
