package latchkey.simulator.guest;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.simulator.world.World;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

final class RemoteDesktopTest {
    private static final RemoteClient CLIENT = RemoteClient.ordinary(Tongue.ENGLISH);

    private final World world = Machines.world();
    private final Guest guest = Machines.ordinary(world);

    @Test
    void aRightNameAndPasswordBeginASession() {
        var came = guest.remoteDesktop().attempt(CLIENT, "operator", Machines.PASSWORD);

        assertThat(came).isEqualTo(new SignIn.Admitted("VM01\\operator", 2, false));
        assertThat(guest.sessions().isAnybodyIn()).isTrue();
        assertThat(ids("Security")).containsExactly(4624);
        assertThat(guest.events().channels())
                .contains("Microsoft-Windows-TerminalServices-LocalSessionManager/Operational");
    }

    @TestFactory
    Stream<DynamicTest> everyObstacleOnTheWayIsMetInItsPlace() {
        Map<SignIn.Reason, Consumer<Guest>> obstacles = new LinkedHashMap<>();
        obstacles.put(SignIn.Reason.OS_NOT_UP, Guest::stop);
        obstacles.put(SignIn.Reason.NETWORK_DOWN, g -> g.network().setConnected(false));
        obstacles.put(SignIn.Reason.SECURITY_GROUP_CLOSED, g -> g.network().setInboundOpen(false));
        obstacles.put(SignIn.Reason.FIREWALL_BLOCKS, g -> g.firewall().setBlocksAllInbound(true));
        obstacles.put(SignIn.Reason.SERVICE_NOT_RUNNING, g -> g.services().stop("TermService"));
        obstacles.put(SignIn.Reason.SERVICE_HUNG, RemoteDesktopTest::hang);
        obstacles.put(
                SignIn.Reason.CONNECTIONS_DENIED,
                g -> g.registry().set(Guest.TERMINAL_SERVER, "fDenyTSConnections", 1));
        obstacles.put(
                SignIn.Reason.CONNECTIONS_DENIED_BY_POLICY,
                g -> g.registry().set(RemoteDesktop.POLICY, "fDenyTSConnections", 1));
        obstacles.put(
                SignIn.Reason.LISTENER_DISABLED,
                g -> g.registry().set(RemoteDesktop.LISTENER, "fEnableWinStation", 0));
        obstacles.put(SignIn.Reason.LISTENER_ON_ANOTHER_PORT, RemoteDesktopTest::moveListener);
        obstacles.put(
                SignIn.Reason.CERTIFICATE_UNUSABLE, g -> g.remoteDesktop().certificate().loseKey());
        obstacles.put(SignIn.Reason.NO_COMMON_TLS, g -> g.tls().disableForServers());
        obstacles.put(
                SignIn.Reason.CREDSSP_MISMATCH, g -> g.remoteDesktop().setCredSspPatched(false));
        obstacles.put(SignIn.Reason.NO_LICENCE, g -> g.remoteDesktop().setSessionHost(true, false));
        return obstacles.entrySet().stream()
                .map(
                        e ->
                                DynamicTest.dynamicTest(
                                        e.getKey().name(), () -> meets(e.getKey(), e.getValue())));
    }

    private static void meets(SignIn.Reason reason, Consumer<Guest> obstacle) {
        var machine = Machines.ordinary(Machines.world());
        obstacle.accept(machine);
        var came = machine.remoteDesktop().attempt(CLIENT, "operator", Machines.PASSWORD);
        assertThat(came).isEqualTo(new SignIn.Refused(reason, reason.text().in(Tongue.ENGLISH)));
    }

    private static void hang(Guest machine) {
        machine.services().stop("TermService");
        machine.services().find("TermService").orElseThrow().setRefusesToStart(true);
        machine.services().start("TermService");
    }

    private static void moveListener(Guest machine) {
        machine.registry().set(RemoteDesktop.LISTENER, "PortNumber", 3390);
        machine.firewall().allowInbound(3389);
    }

    @TestFactory
    Stream<DynamicTest> everyStateOfAnAccountIsJudged() {
        Map<SignIn.Reason, Consumer<Account>> states = new LinkedHashMap<>();
        states.put(SignIn.Reason.DISABLED, a -> a.setEnabled(false));
        states.put(SignIn.Reason.LOCKED, a -> a.setLocked(true));
        states.put(SignIn.Reason.MUST_CHANGE_PASSWORD, a -> a.setMustChangePassword(true));
        states.put(SignIn.Reason.PASSWORD_EXPIRED, a -> a.setPasswordExpired(true));
        states.put(
                SignIn.Reason.ACCOUNT_EXPIRED,
                a -> a.setRestriction(Account.Restriction.ACCOUNT_EXPIRED));
        states.put(SignIn.Reason.OUTSIDE_HOURS, a -> a.setRestriction(Account.Restriction.HOURS));
        states.put(
                SignIn.Reason.OTHER_WORKSTATION,
                a -> a.setRestriction(Account.Restriction.WORKSTATION));
        states.put(SignIn.Reason.PROTECTED, a -> a.setRestriction(Account.Restriction.PROTECTED));
        return states.entrySet().stream()
                .map(
                        e ->
                                DynamicTest.dynamicTest(
                                        e.getKey().name(), () -> judges(e.getKey(), e.getValue())));
    }

    private static void judges(SignIn.Reason reason, Consumer<Account> state) {
        var machine = Machines.ordinary(Machines.world());
        state.accept(machine.accounts().find("operator").orElseThrow());
        var came = machine.remoteDesktop().attempt(CLIENT, "operator", Machines.PASSWORD);
        assertThat(((SignIn.Refused) came).reason()).isEqualTo(reason);
        var status = LogonStatus.valueOf(statusOf(reason));
        assertThat(machine.events().of("Security").getLast().data())
                .containsEntry("Status", status.status())
                .containsEntry("SubStatus", status.subStatus());
    }

    private static String statusOf(SignIn.Reason reason) {
        return reason == SignIn.Reason.MUST_CHANGE_PASSWORD ? "MUST_CHANGE" : reason.name();
    }

    @Test
    void aBareNameFromAnotherDomainIsUnknownUntilTheMachineIsNamed() {
        var client = CLIENT.atHomeIn("FABRIKAM");

        var bare = guest.remoteDesktop().attempt(client, "operator", Machines.PASSWORD);
        var named = guest.remoteDesktop().attempt(client, "VM01\\operator", Machines.PASSWORD);

        assertThat(((SignIn.Refused) bare).reason()).isEqualTo(SignIn.Reason.UNKNOWN_NAME);
        assertThat(named).isInstanceOf(SignIn.Admitted.class);
    }

    @Test
    void tooManyWrongPasswordsLockTheAccountForTenMinutes() {
        for (int i = 0; i < 10; i++) {
            guest.remoteDesktop().attempt(CLIENT, "operator", "wrong");
        }

        var locked = guest.remoteDesktop().attempt(CLIENT, "operator", Machines.PASSWORD);
        world.advance(Duration.ofMinutes(10));
        var later = guest.remoteDesktop().attempt(CLIENT, "operator", Machines.PASSWORD);

        assertThat(((SignIn.Refused) locked).reason()).isEqualTo(SignIn.Reason.LOCKED);
        assertThat(ids("Security")).contains(4740, 4625).endsWith(4624);
        assertThat(later).isInstanceOf(SignIn.Admitted.class);
    }

    @Test
    void aStandardUserIsNotGrantedTheLogonType() {
        guest.accounts().plant("worker", "Some-Word-22", GroupNames.USERS);

        var came = guest.remoteDesktop().attempt(CLIENT, "worker", "Some-Word-22");

        assertThat(came)
                .isEqualTo(
                        new SignIn.Refused(
                                SignIn.Reason.NOT_GRANTED,
                                ClientText.NOT_AUTHORIZED.in(Tongue.ENGLISH)));
        assertThat(guest.events().of("Security").getLast().data())
                .containsEntry("Status", "0xc000015b");
    }

    @Test
    void aDomainAccountNeedsAControllerUnlessTheSignInIsJudgedLater() {
        var member = Machines.member(world);
        member.domain().plant("alice", "Domain-Word-1", true);
        member.domain().setControllerAnswers(false);

        var early = member.remoteDesktop().attempt(CLIENT, "CONTOSO\\alice", "Domain-Word-1");
        var local = member.remoteDesktop().attempt(CLIENT, "VM02\\operator", Machines.PASSWORD);
        member.remoteDesktop().setNetworkLevelAuthentication(false);
        var late = member.remoteDesktop().attempt(CLIENT, "CONTOSO\\alice", "Domain-Word-1");

        assertThat(((SignIn.Refused) early).reason())
                .isEqualTo(SignIn.Reason.CONTROLLER_UNREACHABLE);
        assertThat(local).isInstanceOf(SignIn.Admitted.class);
        assertThat(late).isInstanceOf(SignIn.Admitted.class);
        assertThat(member.events().of("System")).extracting(WindowsEvent::id).contains(5719);
    }

    @Test
    void aBrokenTrustKeepsDomainAccountsOut() {
        var member = Machines.member(world);
        member.domain().plant("alice", "Domain-Word-1", true);
        member.domain().setTrusted(false);

        var came = member.remoteDesktop().attempt(CLIENT, "CONTOSO\\alice", "Domain-Word-1");

        assertThat(((SignIn.Refused) came).reason()).isEqualTo(SignIn.Reason.TRUST_BROKEN);
        assertThat(member.events().of("System")).extracting(WindowsEvent::id).contains(3210);
    }

    @Test
    void cloudSignInStopsWhenItIsDisturbedAndWorksAfterItsExtensionRanAgain() {
        guest.entra().run();
        guest.entra().plant("alice@contoso.com", "Cloud-Word-1");
        guest.entra().disturb();

        var before =
                guest.remoteDesktop().attempt(CLIENT, "AzureAD\\alice@contoso.com", "Cloud-Word-1");
        guest.entra().run();
        var after =
                guest.remoteDesktop().attempt(CLIENT, "AzureAD\\alice@contoso.com", "Cloud-Word-1");

        assertThat(((SignIn.Refused) before).reason()).isEqualTo(SignIn.Reason.ENTRA_LOGIN_STALE);
        assertThat(after).isInstanceOf(SignIn.Admitted.class);
    }

    @Test
    void lapsGuardsItsPasswordAndTellsWhoMayRead() {
        var account = guest.accounts().builtInAdministrator();
        guest.laps().manage(account);

        var refused = guest.accounts().setPassword(account, "Another-Word-33");
        var old = guest.remoteDesktop().attempt(CLIENT, "operator", Machines.PASSWORD);
        var read = guest.laps().read(account).orElseThrow();
        var right = guest.remoteDesktop().attempt(CLIENT, "operator", read);

        assertThat(refused).isInstanceOf(SamAnswer.Refused.class);
        assertThat(((SignIn.Refused) old).reason()).isEqualTo(SignIn.Reason.WRONG_PASSWORD);
        assertThat(right).isInstanceOf(SignIn.Admitted.class);
        assertThat(ids("Microsoft-Windows-LAPS/Operational")).containsExactly(10018, 10020, 10031);
    }

    @Test
    void olderLapsLetsAResetThroughAndOverwritesItWithinTheHour() {
        var account = guest.accounts().builtInAdministrator();
        guest.laps().setGuardsPasswords(false);
        guest.laps().manage(account);
        guest.accounts().setPassword(account, "Another-Word-33");

        var soon = guest.remoteDesktop().attempt(CLIENT, "operator", "Another-Word-33");
        world.advance(Duration.ofHours(2));
        var later = guest.remoteDesktop().attempt(CLIENT, "operator", "Another-Word-33");

        assertThat(soon).isInstanceOf(SignIn.Admitted.class);
        assertThat(((SignIn.Refused) later).reason()).isEqualTo(SignIn.Reason.WRONG_PASSWORD);
    }

    @Test
    void strangersTakeTheSlotsUntilThePortIsClosedToThem() {
        guest.attack().setPace(120);
        world.advance(Duration.ofHours(1));

        var flooded = guest.remoteDesktop().attempt(CLIENT, "operator", Machines.PASSWORD);
        guest.network().openInboundOnlyTo(RemoteClient.OWN_ADDRESS);
        var free = guest.remoteDesktop().attempt(CLIENT, "operator", Machines.PASSWORD);
        var before = guest.events().count("Security");
        world.advance(Duration.ofHours(1));

        assertThat(((SignIn.Refused) flooded).reason()).isEqualTo(SignIn.Reason.FLOODED);
        assertThat(free).isInstanceOf(SignIn.Admitted.class);
        assertThat(before).isGreaterThan(7000);
        assertThat(guest.events().count("Security")).isEqualTo(before);
    }

    @Test
    void anAdministrativeSessionNeedsNoLicence() {
        guest.remoteDesktop().setSessionHost(true, false);

        var came =
                guest.remoteDesktop()
                        .attempt(CLIENT.asAdministrative(), "operator", Machines.PASSWORD);

        assertThat(came).isInstanceOf(SignIn.Admitted.class);
    }

    @Test
    void anExpiredCertificateIsReplacedUnlessTheKeysAreForbidden() {
        guest.files().deny("C:\\ProgramData\\Microsoft\\Crypto");
        guest.remoteDesktop().certificate().expire();

        var forbidden = guest.remoteDesktop().attempt(CLIENT, "operator", Machines.PASSWORD);
        guest.files().allow("C:\\ProgramData\\Microsoft\\Crypto");
        var allowed = guest.remoteDesktop().attempt(CLIENT, "operator", Machines.PASSWORD);

        assertThat(((SignIn.Refused) forbidden).reason())
                .isEqualTo(SignIn.Reason.CERTIFICATE_UNUSABLE);
        assertThat(allowed).isInstanceOf(SignIn.Admitted.class);
        assertThat(ids("System")).contains(1058, 36870, 1056);
    }

    @Test
    void aResetBySystemLeavesItsPatternInTheSecurityLog() {
        var account = guest.accounts().builtInAdministrator();

        guest.accounts().setPassword(account, "Another-Word-33");
        guest.accounts().setPassword(account, "short");

        List<WindowsEvent> events = guest.events().of("Security");
        assertThat(events).extracting(WindowsEvent::id).containsExactly(4738, 4724, 4724);
        assertThat(events.get(1).data())
                .containsEntry("SubjectUserSid", "S-1-5-18")
                .containsEntry("SubjectUserName", "VM01$")
                .containsEntry("SubjectDomainName", "WORKGROUP");
        assertThat(events.get(2).level()).isEqualTo("Audit Failure");
    }

    @Test
    void theClientSpeaksItsOwnLanguage() {
        guest.network().setInboundOpen(false);

        var came =
                guest.remoteDesktop()
                        .attempt(RemoteClient.ordinary(Tongue.GERMAN), "operator", "x");

        assertThat(((SignIn.Refused) came).message()).startsWith("Der Remotedesktop kann");
    }

    private List<Integer> ids(String channel) {
        return guest.events().of(channel).stream().map(WindowsEvent::id).toList();
    }
}
