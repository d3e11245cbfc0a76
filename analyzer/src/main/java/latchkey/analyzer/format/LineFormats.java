package latchkey.analyzer.format;

import java.util.List;

/** All formats that are read line by line but plain text, which the reader knows by itself. */
final class LineFormats {
    private static final List<Format> ALL =
            List.of(
                    new WaAppAgentLog(),
                    new TransparentInstallerLog(),
                    new AgentLog(),
                    new VmAccessLog(),
                    new HandlerLog(),
                    new CommandExecutionLog(),
                    new SerialLog(),
                    new MsiexecLog(),
                    new DiskInspectResults(),
                    new FileList(),
                    new VmAssistLog(),
                    new PepTranscript(),
                    new ClientLog());

    private LineFormats() {}

    static List<Format> all() {
        return ALL;
    }
}
