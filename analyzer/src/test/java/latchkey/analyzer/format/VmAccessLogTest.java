package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.RunKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VmAccessLogTest implements LineFormatContract {
    @Override
    public LineFormat format() {
        return new VmAccessLog();
    }

    @Override
    public String path() {
        return "WindowsAzure/Logs/Plugins/Microsoft.Compute.VMAccessAgent/2.4.11/JsonVMAccessExtension.log";
    }

    @Test
    void turnsErrorsAndSuccessesIntoStatuses() {
        // When
        var kept = LineKit.read(path(), sample());
        // Then
        assertThat(kept.markTypes())
                .containsExactly(Mark.Type.STATUS_ERROR, Mark.Type.STATUS_SUCCESS);
        assertThat(kept.marks.getFirst().run())
                .isEqualTo(new RunKey(RunKey.VMACCESS, "2.4.11", null));
        assertThat(kept.marks.getFirst().time()).isEqualTo("2025-05-09T13:53:06.003112700Z");
        assertThat(kept.entries.get(1).lines()).hasSize(2);
        assertThat(kept.factLines()).contains("vmaccess-version=2.4.11", "os-family=Windows");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "logs\\plugins\\microsoft.compute.vmaccessagent\\2.4.11\\extension.log",
                "VmExtLogs/Microsoft.Compute.VMAccessAgent/2.4.11/JsonVMAccessExtension.log",
                "VmExtLogs/Microsoft.Compute.VMAccessAgent_2.4.11/JsonVMAccessExtension.000.log",
                "x/Microsoft.Compute.VMAccessAgent.2.4.11/any.log"
            })
    void findsTheVersionInThePath(String path) {
        var kept = LineKit.read(path, sample());
        assertThat(kept.marks)
                .isNotEmpty()
                .allSatisfy(
                        mark -> {
                            assertThat(mark.run().isVmAccess()).isTrue();
                            assertThat(mark.run().version()).isEqualTo("2.4.11");
                        });
    }

    @Test
    void leavesOtherHandlersAlone() {
        var path = "Plugins/Microsoft.Compute.CustomScriptExtension/1.10/extension.log";
        assertThat(format().recognises(LineKit.peek(path, sample()))).isZero();
    }
}
