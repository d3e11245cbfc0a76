package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Level;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Instant;

class WaAppAgentLogTest implements LineFormatContract {
    @Override
    public LineFormat format() {
        return new WaAppAgentLog();
    }

    @Override
    public String path() {
        return "WindowsAzure/Logs/WaAppAgent.log";
    }

    @Test
    void tellsTheStoryOfTheAgentAndItsHandlers() {
        // When
        var kept = LineKit.read(path(), sample());
        // Then
        assertThat(kept.marks.stream().map(LineTale::of))
                .containsExactly(
                        "AGENT_STARTED",
                        "AGENT_ALIVE",
                        "RUN_STARTED Microsoft.Compute.VMAccessAgent 2.4.11",
                        "RUN_STARTED Microsoft.Compute.VMAccessAgent null",
                        "RUN_FAILED Microsoft.Compute.VMAccessAgent 2.4.11",
                        "RUN_FAILED Microsoft.Compute.VMAccessAgent 2.4.11",
                        "RUN_STARTED Microsoft.CPlat.Core.RunCommandWindows null",
                        "RUN_SUCCEEDED Microsoft.CPlat.Core.RunCommandWindows 1.1.15",
                        "AGENT_STOPPING");
        assertThat(kept.marks).allSatisfy(mark -> assertThat(mark.time()).isNotNull());
    }

    @Test
    void tellsTheStateOfTheMachineFromTheHealthReport() {
        assertThat(LineKit.read(path(), sample()).factLines())
                .contains(
                        "agent-version=2.7.41491.1176",
                        "domain-role=PrimaryDomainController",
                        "os-version=10.0.20348.0",
                        "rdp-enabled=true",
                        "rdp-port=3390",
                        "firewall-blocks-all=true",
                        "service.RdAgent=running",
                        "service.MpsSvc=stopped",
                        "admin-disabled=true",
                        "admin-password-expired=false",
                        "vmaccess-version=2.4.11");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    [06/20/2016 22:20:45.84] [INFO]  text                | INFO  | 2016-06-20T22:20:45.840Z
                    [00000005] [10/03/2017 21:14:27.81] [WARN] text      | WARN  | 2017-10-03T21:14:27.810Z
                    [00000018] 2021-01-12T16:35:45Z [ERROR] text         | ERROR | 2021-01-12T16:35:45Z
                    [00000004] 2024-04-17T07:19:26.812Z [HEART] text     | HEART | 2024-04-17T07:19:26.812Z
                    [ERROR] text                                         | ERROR |
                    [00000010] YYYY-MM-DDTHH:MM:SS.SSSZ [TRACE] text     | TRACE |
                    """)
    void readsEveryGenerationOfTheHeader(String line, Level level, Instant time) {
        var header = format().header(line);
        assertThat(header.level()).isEqualTo(level);
        assertThat(header.time()).isEqualTo(time);
        assertThat(line.substring(header.message())).isEqualTo("text");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   at Contoso.Frame()",
                "at Contoso.Frame()",
                "---> Inner: text",
                "{}",
                "see [INFO] text"
            })
    void takesAnythingElseForAContinuation(String line) {
        assertThat(format().header(line)).isNull();
    }

    @Test
    void readsACommandThatWasKilledAndAnInstallThatFailed() {
        var log =
                """
                [06/20/2016 22:35:48.86] [ERROR] Command C:\\A.B\\1.2.3\\install.cmd of A.B has not exited on time! Killing it...
                2026-03-02T09:15:09.880Z [WARN]  Install failed for plugin (name: A.B, version 1.2.3) with exception x
                [00000013] 2026-03-02T09:16:09.880Z [INFO]  Successfully enabled plugin A.B.
                2026-03-02T09:16:09.881Z [WARN]  Setting the install state of the handler A.B_1.2.3 to Enabled
                """;
        assertThat(LineKit.read("pasted.txt", log).marks.stream().map(LineTale::of))
                .containsExactly(
                        "RUN_FAILED A.B 1.2.3",
                        "RUN_FAILED A.B 1.2.3",
                        "RUN_SUCCEEDED A.B null",
                        "RUN_SUCCEEDED A.B 1.2.3");
    }
}
