package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.RunKey;

import org.junit.jupiter.api.Test;

class CommandExecutionLogTest implements LineFormatContract {
    @Override
    public LineFormat format() {
        return new CommandExecutionLog();
    }

    @Override
    public String path() {
        return "WindowsAzure/Logs/Plugins/Microsoft.Compute.VMAccessAgent/2.4.11/CommandExecution.log";
    }

    @Test
    void marksTheStartOfARun() {
        // When
        var kept = LineKit.read("pasted.txt", sample());
        // Then
        assertThat(kept.marks)
                .singleElement()
                .satisfies(
                        mark -> {
                            assertThat(mark.type()).isEqualTo(Mark.Type.RUN_STARTED);
                            assertThat(mark.run())
                                    .isEqualTo(new RunKey(RunKey.VMACCESS, "2.4.11", null));
                            assertThat(mark.time()).isEqualTo("2025-05-09T13:53:04.410Z");
                        });
        assertThat(kept.factLines()).contains("vmaccess-version=2.4.11");
    }

    @Test
    void takesARemovalForNoRun() {
        assertThat(LineKit.read(path(), sample().replace("enable.cmd", "uninstall.cmd")).marks)
                .isEmpty();
    }
}
