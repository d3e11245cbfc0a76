package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ClientLogTest implements LineFormatContract {
    @Override
    public LineFormat format() {
        return new ClientLog();
    }

    @Override
    public String path() {
        return "terraform.log";
    }

    @Test
    void knowsTheDebugLogOfAz() {
        var az =
                """
                cli.knack.cli: Command arguments: ['vm', 'user', 'update', '--debug']
                urllib3.connectionpool: https://management.azure.com:443 "GET /subscriptions HTTP/1.1" 200 None
                """;
        assertThat(format().recognises(LineKit.peek("debug.txt", az))).isPositive();
    }

    @Test
    void leavesTheAgentsLogAlone() {
        var agent =
                "2031-02-03T04:05:06Z [INFO] WindowsAzureGuestAgent asks"
                        + " management.azure.com\n";
        assertThat(format().recognises(LineKit.peek("pasted.txt", agent))).isZero();
    }
}
