package latchkey.simulator.guest.chore;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.simulator.guest.Account;
import latchkey.simulator.guest.BootTrouble;
import latchkey.simulator.guest.DotNet;
import latchkey.simulator.guest.Firewall;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.GuestSpec;
import latchkey.simulator.guest.OsRelease;
import latchkey.simulator.guest.RemoteClient;
import latchkey.simulator.guest.RemoteDesktop;
import latchkey.simulator.guest.Role;
import latchkey.simulator.guest.Service;
import latchkey.simulator.guest.SignIn;
import latchkey.simulator.guest.Tongue;
import latchkey.simulator.guest.TrustStore;
import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.Limits;
import latchkey.simulator.world.Seed;
import latchkey.simulator.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

final class ChoresTest {
    private static final String PASSWORD = "Right-Horse-7";
    private static final RemoteClient CLIENT = RemoteClient.ordinary(Tongue.ENGLISH);

    private final World world =
            new World(new Seed(3), Instant.parse("2026-10-06T07:00:00Z"), Limits.ORDINARY);
    private final Surroundings outside = new Surroundings();
    private final Guest guest = machine(Tongue.ENGLISH, Role.STANDALONE_SERVER, "");
    private final Chores chores = new Chores(world, guest, outside);

    @Test
    void insideNothingIsDoneUntilSomebodyIsSignedIn() {
        var chore = new SystemChore.FreeSpace(5L << 30);

        var before = chores.perform(WayIn.IN_GUEST, chore);
        guest.remoteDesktop().attempt(CLIENT, "operator", PASSWORD);
        var after = chores.perform(WayIn.IN_GUEST, chore);

        assertThat(before).isEqualTo(new Outcome.NoWayIn("nobody-is-signed-in"));
        assertThat(after.isDone()).isTrue();
    }

    @Test
    void runCommandNeedsTheAgent() {
        outside.agent = false;

        assertThat(chores.perform(WayIn.RUN_COMMAND, new AccountChore.ShowRules()))
                .isEqualTo(new Outcome.NoWayIn("agent-does-not-answer"));
    }

    @Test
    void theConsoleAsksForALocalAdministratorExceptForARestart() {
        var unknown = chores.perform(WayIn.SERIAL_CONSOLE, new ServiceChore.Start("MpsSvc"));
        var restart = chores.perform(WayIn.SERIAL_CONSOLE, new SystemChore.Restart());
        chores.give(new Credentials("operator", PASSWORD));
        var known = chores.perform(WayIn.SERIAL_CONSOLE, new ServiceChore.Start("MpsSvc"));

        assertThat(unknown).isEqualTo(new Outcome.NoWayIn("no-local-administrator-known"));
        assertThat(restart.isDone()).isTrue();
        assertThat(known.isDone()).isTrue();
    }

    @Test
    void aDiskIsWorkedOnOnlyWhileTheMachineIsStopped() {
        var chore = new SystemChore.RepairBoot();
        guest.setBootTrouble(BootTrouble.STOPS);

        var running = chores.perform(WayIn.OFFLINE_DISK, chore);
        guest.stop();
        outside.disk = true;
        var stopped = chores.perform(WayIn.OFFLINE_DISK, chore);
        var unfit = chores.perform(WayIn.OFFLINE_DISK, new ServiceChore.Start("BFE"));

        assertThat(running).isEqualTo(new Outcome.NoWayIn("disk-is-in-use"));
        assertThat(stopped.isDone()).isTrue();
        assertThat(guest.bootTrouble()).isEqualTo(BootTrouble.NONE);
        assertThat(unfit).isEqualTo(new Outcome.NoWayIn("not-possible-on-a-disk"));
    }

    @Test
    void anAccountMadeOnTheDiskSignsInAfterTheNextStart() {
        guest.stop();
        outside.disk = true;

        chores.perform(
                WayIn.OFFLINE_DISK, new AccountChore.CreateAtNextStart("rescue", "Way-In-2026!"));
        guest.start();

        assertThat(guest.remoteDesktop().attempt(CLIENT, "rescue", "Way-In-2026!"))
                .isInstanceOf(SignIn.Admitted.class);
    }

    @Test
    void theFirewallServiceStartsOnlyTogetherWithItsEngine() {
        chores.perform(WayIn.RUN_COMMAND, new ServiceChore.SetStart("BFE", Service.Start.DISABLED));
        chores.perform(WayIn.RUN_COMMAND, new ServiceChore.Stop("BFE"));

        var alone = chores.perform(WayIn.RUN_COMMAND, new ServiceChore.Start("MpsSvc"));
        chores.perform(
                WayIn.RUN_COMMAND, new ServiceChore.SetStart("BFE", Service.Start.AUTOMATIC));
        var both = chores.perform(WayIn.RUN_COMMAND, new ServiceChore.Start("MpsSvc"));

        assertThat(alone).isInstanceOf(Outcome.Refused.class);
        assertThat(both.isDone()).isTrue();
        assertThat(guest.events().of("System"))
                .anySatisfy(event -> assertThat(event.id()).isEqualTo(7001));
    }

    @Test
    void startValuesInTheRegistryAreStartTypes() {
        chores.perform(
                WayIn.RUN_COMMAND,
                new RegistryChore.SetNumber(
                        "HKLM\\SYSTEM\\CurrentControlSet\\Services\\MpsSvc", "Start", 4));

        assertThat(guest.services().find("MpsSvc").orElseThrow().start())
                .isEqualTo(Service.Start.DISABLED);
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, Administrators, true",
        "GERMAN, Administrators, false",
        "GERMAN, Administratoren, true",
        "GERMAN, S-1-5-32-544, true",
    })
    void groupsAreFoundByTheNameOfTheirLanguageOrBySid(Tongue tongue, String group, boolean found) {
        var machine = machine(tongue, Role.STANDALONE_SERVER, "");
        machine.accounts().plant("worker", PASSWORD);

        var outcome =
                new Chores(world, machine, outside)
                        .perform(WayIn.RUN_COMMAND, new AccountChore.AddToGroup("worker", group));

        assertThat(outcome.isDone()).isEqualTo(found);
    }

    @Test
    void activatingAnAccountUnlocksIt() {
        var account = guest.accounts().find("operator").orElseThrow();
        guest.accounts().lock(account, "LAPTOP");
        account.setRestriction(Account.Restriction.NONE);

        chores.perform(WayIn.RUN_COMMAND, new AccountChore.Activate("operator"));

        assertThat(account.isLocked()).isFalse();
    }

    @Test
    void aRefusedPasswordIsRefusedHereToo() {
        var outcome =
                chores.perform(
                        WayIn.RUN_COMMAND, new AccountChore.SetPassword("operator", "short"));

        assertThat(outcome).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void rulesOfTheFirewallNeedTheirServiceAndTheirGroupsName() {
        guest.firewall().setGroup(Firewall.REMOTE_DESKTOP, false);

        var misnamed =
                chores.perform(WayIn.RUN_COMMAND, new NetworkChore.EnableRules("Remotedesktop"));
        var named =
                chores.perform(WayIn.RUN_COMMAND, new NetworkChore.EnableRules("Remote Desktop"));
        guest.services().stop("MpsSvc");
        var stopped = chores.perform(WayIn.RUN_COMMAND, new NetworkChore.ResetProfiles());

        assertThat(misnamed).isInstanceOf(Outcome.Refused.class);
        assertThat(named.isDone()).isTrue();
        assertThat(stopped).isInstanceOf(Outcome.Refused.class);
    }

    @Test
    void anAllowingRuleHelpsAgainstTheDefaultAndNotAgainstABlockingRule() {
        var allow = new NetworkChore.AllowOutbound("168.63.129.16");
        guest.firewall().setBlocksOutboundByDefault(true);
        chores.perform(WayIn.RUN_COMMAND, allow);
        assertThat(guest.firewall().letsOut("168.63.129.16", 80)).isTrue();

        guest.firewall().blockOutbound("168.63.129.16");
        chores.perform(WayIn.RUN_COMMAND, allow);
        assertThat(guest.firewall().letsOut("168.63.129.16", 80)).isFalse();
        chores.perform(WayIn.RUN_COMMAND, new NetworkChore.RemoveBlock("168.63.129.16"));
        assertThat(guest.firewall().letsOut("168.63.129.16", 80)).isTrue();
    }

    @Test
    void aForeignAdapterIsDisabledByItsName() {
        guest.network().putFirst("Npcap Loopback Adapter");

        var wrong = chores.perform(WayIn.RUN_COMMAND, new NetworkChore.DisableAdapter("Loopback"));
        var right =
                chores.perform(
                        WayIn.RUN_COMMAND,
                        new NetworkChore.DisableAdapter("Npcap Loopback Adapter"));

        assertThat(wrong).isInstanceOf(Outcome.Refused.class);
        assertThat(right.isDone()).isTrue();
        assertThat(guest.network().adapters()).containsExactly("Ethernet");
    }

    @Test
    void rightsAreGivenBelowTheFolderThatIsNamed() {
        guest.files().deny("C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys");
        guest.files().deny("C:\\Packages");

        chores.perform(
                WayIn.RUN_COMMAND,
                new SystemChore.GrantSystem("C:\\ProgramData\\Microsoft\\Crypto"));

        assertThat(guest.files().denied()).containsExactly("C:\\Packages");
    }

    @Test
    void smallRepairsMendWhatTheyName() {
        guest.dotNet().damageConfig();
        guest.path().replaceWith("C:\\Tools");
        guest.roots().remove(TrustStore.AZURE);
        guest.wmi().setRegistryProviderWorks(false);
        guest.applicationControl().block("C:\\Packages");
        guest.network().setDhcp(false);

        chores.perform(WayIn.RUN_COMMAND, new SystemChore.ReplaceMachineConfig());
        chores.perform(WayIn.RUN_COMMAND, new SystemChore.RestorePath());
        chores.perform(WayIn.RUN_COMMAND, new SystemChore.ImportRoot(TrustStore.AZURE));
        chores.perform(WayIn.RUN_COMMAND, new SystemChore.RepairWmi());
        chores.perform(WayIn.RUN_COMMAND, new SystemChore.AllowToRun("C:\\Packages\\Plugins"));
        chores.perform(WayIn.RUN_COMMAND, new NetworkChore.UseDhcp());

        assertThat(guest.dotNet().health()).isEqualTo(DotNet.Health.SOUND);
        assertThat(guest.path().finds("powershell")).isTrue();
        assertThat(guest.roots().trustsAzure()).isTrue();
        assertThat(guest.wmi().registryProviderWorks()).isTrue();
        assertThat(guest.applicationControl().blocked()).isEmpty();
        assertThat(guest.network().usesDhcp()).isTrue();
    }

    @Test
    void theListenersCertificateIsMadeAnewAfterItsRenewal() {
        guest.remoteDesktop().certificate().loseKey();

        chores.perform(WayIn.RUN_COMMAND, new SystemChore.RenewListenerCertificate());

        assertThat(guest.remoteDesktop().attempt(CLIENT, "operator", PASSWORD))
                .isInstanceOf(SignIn.Admitted.class);
    }

    @Test
    void theSecureChannelIsRepairedFromInsideWithALocalAccount() {
        var member = machine(Tongue.ENGLISH, Role.MEMBER_SERVER, "contoso.local");
        member.domain().plant("alice", "Domain-Word-1", true);
        member.domain().setTrusted(false);
        var inMember = new Chores(world, member, outside);
        member.remoteDesktop().attempt(CLIENT, ".\\operator", PASSWORD);

        inMember.perform(WayIn.IN_GUEST, new SystemChore.RepairSecureChannel());

        assertThat(member.remoteDesktop().attempt(CLIENT, "CONTOSO\\alice", "Domain-Word-1"))
                .isInstanceOf(SignIn.Admitted.class);
    }

    @Test
    void aControllerInRestoreModeTakesItsOwnPassword() {
        var controller = machine(Tongue.ENGLISH, Role.PRIMARY_DOMAIN_CONTROLLER, "contoso.local");
        controller.restoreMode().setPassword("Restore-Word-1");
        var there = new Chores(world, controller, outside);
        there.give(new Credentials("operator", PASSWORD));

        there.perform(WayIn.SERIAL_CONSOLE, new SystemChore.StartInRestoreMode(true));
        controller.stop();
        controller.start();

        assertThat(controller.remoteDesktop().attempt(CLIENT, ".\\Administrator", "Restore-Word-1"))
                .isInstanceOf(SignIn.Admitted.class);
    }

    @Test
    void deniedConnectionsAreAllowedOnTheDisk() {
        guest.registry().set(Guest.TERMINAL_SERVER, "fDenyTSConnections", 1);
        guest.stop();
        outside.disk = true;

        chores.perform(
                WayIn.OFFLINE_DISK,
                new RegistryChore.SetNumber(
                        "HKLM:\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server",
                        "fDenyTSConnections",
                        0));
        chores.perform(
                WayIn.OFFLINE_DISK,
                new RegistryChore.RemoveValue(RemoteDesktop.POLICY, "fDenyTSConnections"));

        assertThat(guest.remoteDesktop().deniesConnections()).isFalse();
    }

    private Guest machine(Tongue tongue, Role role, String domain) {
        var spec = new GuestSpec("VM01", OsRelease.SERVER_2022, false, role, tongue, domain);
        var made = new Guest(world, spec, request -> WireResponse.text(404, "text/plain", ""));
        made.install("operator", PASSWORD);
        made.start();
        return made;
    }

    private static final class Surroundings implements Outside {
        private boolean agent = true;
        private boolean disk;

        @Override
        public boolean agentAnswers() {
            return agent;
        }

        @Override
        public boolean diskIsFree() {
            return disk;
        }

        @Override
        public boolean serialConsoleIsOpen() {
            return true;
        }

        @Override
        public boolean installAgent(boolean older) {
            return true;
        }
    }
}
