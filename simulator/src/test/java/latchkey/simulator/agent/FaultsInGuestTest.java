package latchkey.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.simulator.agent.handler.VmAccessHandler;
import latchkey.simulator.fault.Fault;
import latchkey.simulator.fault.FaultCatalog;
import latchkey.simulator.fault.Mishap;
import latchkey.simulator.fault.Site;
import latchkey.simulator.wire.PlatformConditions;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Faults in a running machine: what they leave in its files, and that they can be taken back. */
final class FaultsInGuestTest {
    private static final String NAME = "{\"UserName\":\"helper\"}";
    private static final String PASSWORD = "{\"Password\":\"Fresh-Secret-2026\"}";
    private static final Set<String> LASTING =
            Set.of("account-missing", "boot-stuck", "agent-updates");

    private static Mishap strike(Stage stage, String id, String... values) {
        Map<String, String> given = new TreeMap<>();
        for (int i = 0; i < values.length; i += 2) {
            given.put(values[i], values[i + 1]);
        }
        var site = new Site(stage.world(), "vm1", stage.guest(), new PlatformConditions());
        return FaultCatalog.find(id).orElseThrow().begin(site, given);
    }

    @TestFactory
    Stream<DynamicTest> everyFaultCanBeTakenBackAndAResetWorksAgain() {
        return FaultCatalog.all().stream()
                .filter(fault -> !LASTING.contains(fault.id()))
                .map(fault -> DynamicTest.dynamicTest(fault.id(), () -> comeAndGo(fault)));
    }

    private static void comeAndGo(Fault fault) {
        // Given
        var stage = new Stage().ready();
        stage.reset(NAME, PASSWORD);
        Map<String, String> given = new TreeMap<>();
        fault.parameters().stream()
                .filter(parameter -> parameter.otherwise().isEmpty())
                .forEach(
                        parameter ->
                                given.put(
                                        parameter.name(),
                                        parameter.name().equals("service")
                                                ? "WindowsAzureGuestAgent"
                                                : "helper"));
        var site = new Site(stage.world(), "vm1", stage.guest(), new PlatformConditions());
        // When
        Mishap mishap = fault.begin(site, given);
        stage.world().advance(Duration.ofMinutes(7));
        stage.cloud().put(VmAccessHandler.NAME, Stage.VERSION, NAME, PASSWORD);
        stage.world().advance(Duration.ofMinutes(20));
        mishap.end();
        stage.world().advance(Duration.ofMinutes(10));
        // Then
        assertThat(stage.reset(NAME, PASSWORD).status()).isEqualTo("success");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wireserver-blocked||forbidden by its access permissions 168.63.129.16:80",
                "wireserver-blocked||forbidden by its access permissions 168.63.129.16:32526",
                "wireserver-blocked|where=outside|168.63.129.16:80",
                "proxy-in-between||GetVersions() failed with exception: System.Net.WebException:"
                        + " The remote server returned an error: (503) Server Unavailable.",
                "dhcp-off||Did not discover fabric address on interface Ethernet",
                "dhcp-off|how=service|Empty DHCP option data returned",
                "wrong-adapter||Did not discover fabric address on interface Npcap Loopback"
                        + " Adapter",
                "agent-stopped||WindowsAzureGuestAgent stopping.",
                "agent-stuck-updating||WaitForExtensionWorkflowComplete(Boolean",
            })
    void theAgentsLogShowsWhatKeepsItFromThePlatform(String id, String value, String words) {
        // Given
        var stage = new Stage().ready();
        // When
        strike(stage, id, value == null ? new String[0] : value.split("="));
        int before = stage.cloud().uploads();
        stage.world().advance(Duration.ofMinutes(5));
        // Then
        assertThat(stage.log()).contains(words);
        assertThat(stage.cloud().uploads()).isLessThanOrEqualTo(before + 1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "key-isolation-off||RdCrypt Initialization failed. Error Code: -2147023143.",
                "machine-keys-acl||PFXImportCertStore failed and null handle is returned. Error"
                        + " Code: 86.",
                "machine-keys-acl|generation=true|Self-signed Certificate Generation failed. Error"
                        + " Code: -2146893808.",
                "disk-full||There is not enough space on the disk.",
                "packages-acl||Access to the path"
                        + " 'C:\\Packages\\Plugins\\Microsoft.Compute.VMAccessAgent",
                "applocker-blocks||has exited with Exit code: 1",
                "path-broken||has exited with Exit code: 9009",
                "dotnet-broken|how=32-bit|System.BadImageFormatException",
                "dotnet-broken||has exited with Exit code: -532462766",
                "handler-hangs|handler=Microsoft.Compute.VMAccessAgent|Enable command of"
                        + " Microsoft.Compute.VMAccessAgent has not exited on time! Killing it...",
                "handler-fails|handler=Microsoft.Compute.VMAccessAgent|Code: 1009",
            })
    void theAgentsLogShowsWhatKeepsAHandlerFromItsWork(String id, String value, String words) {
        // Given
        var stage = new Stage().ready();
        strike(stage, id, value == null ? new String[0] : value.split("="));
        // When
        stage.cloud().put(VmAccessHandler.NAME, Stage.VERSION, NAME, PASSWORD);
        stage.cloud().reapply();
        stage.world().advance(Duration.ofMinutes(10));
        // Then
        assertThat(stage.log()).contains(words);
        assertThat(stage.guest().accounts().find("helper")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "settings-certificate-missing|The enveloped-data message does not contain the",
                "settings-certificate-other|The enveloped-data message does not contain the",
                "settings-key-unusable|Error Message: Keyset does not exist",
                "firewall-service-off|NetFwTypeLib.INetFwRules.GetEnumerator()",
            })
    void theHandlerSaysWhyItFailed(String id, String words) {
        // Given
        var stage = new Stage().ready();
        stage.reset(NAME, PASSWORD);
        strike(stage, id);
        // When
        var status = stage.reset(NAME, PASSWORD);
        // Then
        assertThat(status.status()).isEqualTo("error");
        assertThat(status.message()).contains(words);
    }

    @Test
    void aRestartBringsADeletedCertificateBack() {
        // Given
        var stage = new Stage().ready();
        stage.reset(NAME, PASSWORD);
        strike(stage, "settings-certificate-missing");
        assertThat(stage.reset(NAME, PASSWORD).status()).isEqualTo("error");
        // When
        stage.machine().powerOff(true);
        stage.machine().powerOn();
        stage.world().advance(Duration.ofMinutes(3));
        // Then
        assertThat(stage.reset(NAME, PASSWORD).status()).isEqualTo("success");
    }

    @Test
    void aDamagedConfigurationOfDotNetIsACrashInTheApplicationLog() {
        // Given
        var stage = new Stage().ready();
        strike(stage, "dotnet-broken");
        // When
        stage.guest().services().stop("WindowsAzureGuestAgent");
        stage.guest().services().start("WindowsAzureGuestAgent");
        stage.world().advance(Duration.ofMinutes(5));
        // Then
        assertThat(stage.machine().agent().isAlive()).isFalse();
        assertThat(stage.guest().events().of("Application"))
                .anyMatch(
                        event ->
                                event.id() == 1026
                                        && event.message()
                                                .contains("ConfigurationErrorsException"));
    }

    @Test
    void anAgentTooNewForServer2008EndsAtOnce() {
        // Given
        var stage = new Stage("release", "server-2008-r2");
        // When
        stage.machine().powerOn();
        stage.world().advance(Duration.ofMinutes(10));
        // Then
        assertThat(stage.cloud().status()).isEmpty();
        assertThat(stage.guest().events().of("Application"))
                .anyMatch(event -> event.message().contains("RustCommonWrapper.init_lib"));
    }

    @Test
    void anImageThatWasNotPreparedIsNeverReadyAndIsSeenRunning() {
        // Given
        var stage = new Stage("image.prepared", "false");
        // When
        stage.machine().powerOn();
        stage.world().advance(Duration.ofMinutes(50));
        // Then
        assertThat(stage.cloud().health()).isNotEmpty().noneMatch(it -> it.contains(">Ready<"));
        assertThat(stage.log()).contains("Waiting for OOBE to Complete ...");
    }

    @Test
    void anInstallerWithoutTheRegistryProviderFails() {
        // Given
        var stage = new Stage("agent.installed", "false");
        stage.machine().powerOn();
        stage.world().advance(Duration.ofMinutes(2));
        Mishap mishap = strike(stage, "wmi-registry-provider-broken");
        // When
        var outcome = stage.machine().installAgent(false);
        // Then
        assertThat(outcome.text()).contains("Error 1722");
        mishap.end();
        assertThat(stage.machine().installAgent(false).code()).isZero();
        stage.world().advance(Duration.ofMinutes(3));
        assertThat(stage.cloud().status()).isPresent();
    }
}
