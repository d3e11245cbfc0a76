package latchkey.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.simulator.agent.handler.VmAccessHandler;
import latchkey.simulator.guest.Accounts;
import latchkey.simulator.guest.Firewall;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.PasswordPolicy;
import latchkey.simulator.guest.Service;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

/** Resets in a guest, asked for over the wire and answered over it. */
final class VmAccessTest {
    private static final String PASSWORD = "{\"Password\":\"Fresh-Secret-2026\"}";
    private static final String HELPER = "{\"UserName\":\"helper\"}";

    @Test
    void aNewNameBecomesAnAdministrator() {
        // Given
        var stage = new Stage().ready();
        // When
        var status = stage.reset(HELPER, PASSWORD);
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
    void aDomainControllerIsRefused() {
        // Given
        var stage =
                new Stage("role", "primary-domain-controller", "domain", "contoso.example").ready();
        // When
        var status = stage.reset(HELPER, PASSWORD);
        // Then
        assertThat(status.message())
                .isEqualTo("VMAccess Extension does not support Domain Controller.");
    }

    @Test
    void aNameWithoutAPasswordIsRefused() {
        // Given
        var stage = new Stage().ready();
        // When
        var status = stage.reset(HELPER, "{}");
        // Then
        assertThat(status.message())
                .isEqualTo(
                        "The Admin User Account password cannot be null or empty if provided the"
                                + " username.");
    }

    @ParameterizedTest
    @CsvSource({"stack, System.Exception: User account", "short, User account"})
    void anAccountThatIsNoAdministratorStaysAsItWas(String texts, String begins) {
        // Given
        var stage = new Stage("vmaccess.errorTexts", texts).ready();
        var accounts = stage.guest().accounts();
        accounts.plant("helper", "Kept-Secret-1", Accounts.REMOTE_DESKTOP_USERS);
        // When
        var status = stage.reset(HELPER, PASSWORD);
        // Then
        assertThat(status.message())
                .startsWith(
                        "Cannot update Remote Desktop Connection settings for Administrator"
                                + " account. Error: "
                                + begins
                                + " helper already exists");
        assertThat(accounts.find("helper").orElseThrow().hasPassword("Kept-Secret-1")).isTrue();
        assertThat(accounts.membersOf(Accounts.ADMINISTRATORS)).doesNotContain("helper");
    }

    @Test
    void aWeakPasswordOfANewAccountIsRefusedByTheAccountsDatabase() {
        // Given
        var stage = new Stage().ready();
        // When
        var status = stage.reset(HELPER, "{\"Password\":\"userPassword\"}");
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

    @ParameterizedTest
    @CsvSource({
        "helper, xHELPERx-2026, error",
        "he, xHEx-Secret-2026, success",
    })
    void aPasswordMayNotHoldALongerName(String name, String password, String outcome) {
        // Given
        var stage = new Stage().ready();
        // When
        var status =
                stage.reset(
                        "{\"UserName\":\"" + name + "\"}", "{\"Password\":\"" + password + "\"}");
        // Then
        assertThat(status.status()).isEqualTo(outcome);
    }

    @ParameterizedTest
    @CsvSource({"Tower-cruz-77, error", "Tower-dela-77, success"})
    void aPasswordMayNotHoldALongerPartOfTheFullName(String password, String outcome) {
        // Given
        var stage = new Stage().ready();
        stage.guest()
                .accounts()
                .plant("ana", "Kept-Secret-1", Accounts.ADMINISTRATORS)
                .setFullName("Ana de la Cruz");
        // When
        var status = stage.reset("{\"UserName\":\"ana\"}", "{\"Password\":\"" + password + "\"}");
        // Then
        assertThat(status.status()).isEqualTo(outcome);
    }

    @Test
    void emptySettingsMendRemoteDesktopAndTouchNoAccount() {
        // Given
        var stage = new Stage().ready();
        var guest = stage.guest();
        guest.registry().set(Guest.TERMINAL_SERVER, "fDenyTSConnections", 1);
        guest.firewall().setGroup(Firewall.REMOTE_DESKTOP, false);
        guest.services().find("TermService").orElseThrow().setStart(Service.Start.DISABLED);
        guest.services().stop("TermService");
        // When
        var status = stage.reset("{}", "{}");
        // Then
        assertThat(status.status()).isEqualTo("success");
        assertThat(guest.registry().number(Guest.TERMINAL_SERVER, "fDenyTSConnections", 1))
                .isZero();
        assertThat(guest.firewall().isGroupEnabled(Firewall.REMOTE_DESKTOP)).isTrue();
        assertThat(guest.services().isRunning("TermService")).isTrue();
        assertThat(guest.accounts().builtInAdministrator().hasPassword("Passw0rd-of-old")).isTrue();
    }

    @Test
    void aNameInTheProtectedSettingsIsNotRead() {
        // Given
        var stage = new Stage().ready();
        // When
        var status =
                stage.reset("{}", "{\"username\":\"helper\",\"password\":\"Fresh-Secret-2026\"}");
        // Then
        assertThat(status.status()).isEqualTo("success");
        assertThat(stage.guest().accounts().find("helper")).isEmpty();
        assertThat(stage.guest().accounts().builtInAdministrator().hasPassword("Fresh-Secret-2026"))
                .isTrue();
    }

    @Test
    void aNameInTheProtectedSettingsIsReadWhereTheKnobSaysSo() {
        // Given
        var stage = new Stage("vmaccess.usernameSource", "publicThenProtected").ready();
        // When
        stage.reset("{}", "{\"username\":\"helper\",\"password\":\"Fresh-Secret-2026\"}");
        // Then
        assertThat(stage.guest().accounts().find("helper")).isPresent();
    }

    @Test
    void anOlderHandlerRenamesTheBuiltInAdministratorAndRestarts() {
        // Given
        var stage = new Stage().ready();
        var booted = stage.guest().bootedAt();
        // When
        var status = stage.reset("2.3", HELPER, PASSWORD);
        stage.world().advance(Duration.ofMinutes(3));
        // Then
        assertThat(status.message())
                .isEqualTo(
                        "Applying username and password changes for built-in Administrator"
                                + " account.");
        assertThat(stage.guest().accounts().builtInAdministrator().name()).isEqualTo("helper");
        assertThat(stage.guest().bootedAt()).isAfter(booted);
    }

    @Test
    void aDisabledFirewallServiceIsAFailureAfterTheAccountPart() {
        // Given
        var stage = new Stage().ready();
        stage.guest().services().stop("MpsSvc");
        // When
        var status = stage.reset(HELPER, PASSWORD);
        // Then
        assertThat(status.message()).contains("COMException (0x800706D9)").contains("NetFwTypeLib");
        assertThat(stage.guest().accounts().find("helper")).isPresent();
    }

    @Test
    void aRestartEnablesAgainWithTheSameNumberAndChangesNothing() {
        // Given
        var stage = new Stage().ready();
        stage.reset(HELPER, PASSWORD);
        var account = stage.guest().accounts().find("helper").orElseThrow();
        stage.guest().accounts().setPassword(account, "Chosen-by-hand-9");
        // When
        stage.machine().powerOff(true);
        stage.machine().powerOn();
        stage.world().advance(Duration.ofMinutes(5));
        // Then
        assertThat(account.hasPassword("Chosen-by-hand-9")).isTrue();
        assertThat(stage.log().split("Beginning enable of plugin", -1)).hasSize(3);
    }

    @Test
    void aLostMemoryOfNumbersDoesTheResetAgain() {
        // Given
        var stage = new Stage().ready();
        stage.reset(HELPER, PASSWORD);
        var account = stage.guest().accounts().find("helper").orElseThrow();
        stage.guest().accounts().setPassword(account, "Chosen-by-hand-9");
        stage.guest()
                .registry()
                .remove(
                        "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Azure\\HandlerState\\"
                                + VmAccessHandler.NAME
                                + "_"
                                + Stage.VERSION,
                        "SequenceNumber");
        // When
        stage.machine().powerOff(true);
        stage.machine().powerOn();
        stage.world().advance(Duration.ofMinutes(5));
        // Then
        assertThat(account.hasPassword("Fresh-Secret-2026")).isTrue();
    }

    @Test
    void theSystemsSentenceIsInTheGuestsLanguage() {
        // Given
        var stage = new Stage("language", "de-DE").ready();
        // When
        var status = stage.reset(HELPER, "{\"Password\":\"short\"}");
        // Then
        assertThat(status.message()).contains("Das Kennwort entspricht nicht den Anforderungen");
    }

    @Test
    void lapsGuardsItsAccount() {
        // Given
        var stage = new Stage().ready();
        var account =
                stage.guest()
                        .accounts()
                        .plant("lapsadmin", "Kept-Secret-1", Accounts.ADMINISTRATORS);
        stage.guest().laps().manage(account);
        // When
        var status = stage.reset("{\"UserName\":\"lapsadmin\"}", PASSWORD);
        // Then
        assertThat(status.status()).isEqualTo("error");
        assertThat(account.hasPassword("Fresh-Secret-2026")).isFalse();
    }

    @Test
    void entraSignInIsDisturbedUntilItsExtensionRunsAgain() {
        // Given
        var stage = new Stage().ready();
        var login = "Microsoft.Azure.ActiveDirectory.AADLoginForWindows";
        stage.cloud().put(login, "2.2", "{}", "");
        stage.world().advance(Duration.ofMinutes(2));
        assertThat(stage.guest().entra().works()).isTrue();
        // When
        stage.reset(HELPER, PASSWORD);
        // Then
        assertThat(stage.guest().entra().works()).isFalse();
        stage.cloud().put(login, "2.2", "{}", "");
        stage.world().advance(Duration.ofMinutes(2));
        assertThat(stage.guest().entra().works()).isTrue();
    }
}
