package latchkey.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.simulator.guest.Accounts;
import latchkey.simulator.wire.ExtensionStatus;

import org.junit.jupiter.api.Test;

import java.time.Duration;

/** Scripts of Run Command change the guest, through the agent, and tell what they printed. */
final class RunCommandTest {
    private static final String HANDLER = "Microsoft.CPlat.Core.RunCommandWindows";
    private static final String SCRIPT = "{\"commandId\":\"RunPowerShellScript\",\"script\":[%s]}";

    private final Stage stage = new Stage().ready();

    private ExtensionStatus run(String settings) {
        stage.cloud().put(HANDLER, "1.1.11", settings, "");
        stage.world().advance(Duration.ofMinutes(4));
        return stage.cloud().handler(HANDLER).orElseThrow().extension();
    }

    @Test
    void linesOfTheScriptAreCarriedOutOneAfterAnother() {
        // Given
        var accounts = stage.guest().accounts();
        var clerk = accounts.plant("o'neil", "Second-Door-2023");
        // When
        var said =
                run(
                        SCRIPT.formatted(
                                "\"# a remark\",\"Add-LocalGroupMember -SID S-1-5-32-555 -Member"
                                        + " 'o''neil'\",\"net accounts\""));
        // Then
        assertThat(said.status()).isEqualTo("success");
        assertThat(accounts.isMember(clerk, Accounts.REMOTE_DESKTOP_USERS)).isTrue();
        assertThat(said.message()).contains("Lockout threshold:");
    }

    @Test
    void aReadyMadeScriptIsRunByItsId() {
        // When
        run("{\"commandId\":\"DisableNLA\"}");
        // Then
        assertThat(stage.guest().remoteDesktop().demandsNetworkLevelAuthentication()).isFalse();
    }

    @Test
    void aCommandThatWindowsDoesNotKnowIsToldAndChangesNothing() {
        // When
        var said = run(SCRIPT.formatted("\"Repair-Everything -Now\""));
        // Then
        assertThat(said.message()).contains("'Repair-Everything' is not recognized");
    }
}
