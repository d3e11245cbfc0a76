package latchkey.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.simulator.guest.Accounts;
import latchkey.simulator.guest.PasswordPolicy;

import org.junit.jupiter.api.Test;

/** Resets in a guest, asked for over the wire and answered over it. */
final class VmAccessTest {
    private static final String PASSWORD = "{\"Password\":\"Fresh-Secret-2026\"}";

    @Test
    void aNewNameBecomesAnAdministrator() {
        // Given
        var stage = new Stage().ready();
        // When
        var status = stage.reset("{\"UserName\":\"helper\"}", PASSWORD);
        // Then
        assertThat(status.status()).as(status.message()).isEqualTo("success");
        var account = stage.guest().accounts().find("helper").orElseThrow();
        assertThat(account.hasPassword("Fresh-Secret-2026")).isTrue();
        assertThat(stage.guest().accounts().isMember(account, Accounts.ADMINISTRATORS)).isTrue();
        assertThat(stage.vmAccess().isReady()).isTrue();
        assertThat(stage.log())
                .contains("Plugin enabled (handler name: Microsoft.Compute.VMAccessAgent")
                .contains("has exited with Exit code: 0");
    }

    @Test
    void aWeakPasswordOfANewAccountIsRefusedByTheAccountsDatabase() {
        // Given
        var stage = new Stage().ready();
        // When
        var status = stage.reset("{\"UserName\":\"helper\"}", "{\"Password\":\"userPassword\"}");
        // Then
        assertThat(status.status()).isEqualTo("error");
        assertThat(status.message())
                .startsWith("Cannot update Remote Desktop Connection settings for Administrator")
                .contains("COMException (0x800708C5): The password does not meet the password")
                .contains("CommitChanges")
                .contains("CreateUserInGroup");
        assertThat(stage.guest().accounts().find("helper")).isEmpty();
    }

    @Test
    void aWeakPasswordOfAnExistingAdministratorIsRefused() {
        // Given
        var stage = new Stage().ready();
        stage.guest().accounts().setPolicy(new PasswordPolicy(30, true, 0, 0, 0));
        // When
        var status = stage.reset("{\"UserName\":\"azureuser\"}", PASSWORD);
        // Then
        assertThat(status.message())
                .contains("TargetInvocationException")
                .contains("DirectoryEntry.Invoke(String methodName, Object[] args)");
    }
}
