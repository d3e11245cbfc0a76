package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Tries the formats on a folder of specimens, named by the system property {@code
 * latchkey.specimens}; skipped without it.
 */
final class SpecimenTest {
    @ParameterizedTest
    @CsvSource({
        "0.settings.synthetic.json, handler-settings",
        "HandlerEnvironment-vmaccess.synthetic.json, handler-environment",
        "HandlerEnvironment.json, handler-environment",
        "HandlerManifest.json, handler-manifest",
        "HeartBeat.Json, heartbeat",
        "N.status-spec-error-localized.json, handler-status",
        "N.status-spec-transitioning.json, handler-status",
        "N.status-vmaccess-error.synthetic.json, handler-status",
        "activitylog-extension-write-failed.synthetic.json, activity-log",
        "aggregatestatus.synthetic.json, aggregate-status",
        "arm-asyncop-failed.json, arm-error",
        "arm-asyncop-inprogress.json, arm-error",
        "arm-asyncop-succeeded.json, arm-error",
        "arm-error-nested-escaped.json, arm-error",
        "arm-error-operationnotallowed.json, arm-error",
        "arm-error-resource-deployment-failure.json, arm-error",
        "arm-extension-get-vmaccess.json, arm-extension",
        "arm-extension-instanceview-vmaccess-2016.json, arm-extension",
        "arm-substatus-error-joindomain.json, instance-view",
        "arm-vm-instanceview-vmaccess-fragment.json, instance-view",
        "arm-vm-instanceview.json, instance-view",
        "Get-AzVM-Status.txt, powershell-vm-status",
        "Get-AzVMExtension.txt, powershell-extension",
        "VmAgentInstaller.xml, agent-installer-xml",
        "VmHealthReport.txt, vm-health-report",
        "event-1026-text.txt, event-log",
        "event-4720-pythonevtx.xml, event-log",
        "event-4724-eventviewer.xml, event-log",
        "event-7036-pythonevtx.xml, event-log",
        "eventviewer-export.csv, event-log"
    })
    void recognisesEachAndFindsEvidence(String name, String kind) throws IOException {
        // Given
        var folder = System.getProperty("latchkey.specimens", "");
        var file = Path.of(folder, name);
        assumeTrue(!folder.isEmpty() && Files.exists(file), "no specimens here");
        var raw = Files.readString(file);
        var text = raw.startsWith("# source:") ? raw.substring(raw.indexOf('\n') + 1) : raw;
        // When
        var format = DocumentKit.formatOf(name, text);
        // Then
        assertThat(format.kind().id()).isEqualTo(kind);
        var kept = DocumentKit.read(name, text);
        assertThat(kept.entries).isNotEmpty();
        var lines = text.split("\r\n|\r|\n", -1);
        assertThat(kept.quotes())
                .allSatisfy(quote -> assertThat(lines[quote.line() - 1]).contains(quote.text()));
    }
}
