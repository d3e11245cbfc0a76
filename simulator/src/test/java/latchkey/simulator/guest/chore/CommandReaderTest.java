package latchkey.simulator.guest.chore;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.simulator.guest.Account;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.GuestSpec;
import latchkey.simulator.guest.Service;
import latchkey.simulator.guest.TrustStore;
import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.Limits;
import latchkey.simulator.world.Seed;
import latchkey.simulator.world.World;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

final class CommandReaderTest {
    private static final String TERMINAL =
            "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server";

    @TestFactory
    Stream<DynamicTest> everyCommandStandsForItsChore() {
        Map<List<String>, Chore> table = new LinkedHashMap<>();
        accounts(table);
        services(table);
        network(table);
        system(table);
        repairs(table);
        return table.entrySet().stream()
                .map(
                        row ->
                                DynamicTest.dynamicTest(
                                        String.join(" ", row.getKey()),
                                        () ->
                                                assertThat(CommandReader.read(row.getKey()))
                                                        .isEqualTo(Reading.of(row.getValue()))));
    }

    private static void accounts(Map<List<String>, Chore> table) {
        table.put(
                List.of("net", "localgroup", "Remote Desktop Users", "ana", "/add"),
                new AccountChore.AddToGroup("ana", "Remote Desktop Users"));
        table.put(
                List.of("Add-LocalGroupMember", "-Group", "Administrators", "-Member", "ana"),
                new AccountChore.AddToGroup("ana", "Administrators"));
        table.put(
                List.of("Add-LocalGroupMember", "-SID", "S-1-5-32-544", "-Member", "ana"),
                new AccountChore.AddToGroup("ana", "S-1-5-32-544"));
        table.put(List.of("net", "user", "ana", "/active:yes"), new AccountChore.Activate("ana"));
        table.put(
                List.of("net", "user", "ana", "/expires:never"),
                new AccountChore.Lift("ana", Account.Restriction.ACCOUNT_EXPIRED));
        table.put(
                List.of("net", "user", "ana", "/times:all"),
                new AccountChore.Lift("ana", Account.Restriction.HOURS));
        table.put(
                List.of("net", "user", "ana", "New-Word-1", "/add"),
                new AccountChore.Create("ana", "New-Word-1"));
        table.put(
                List.of(
                        "Set-ADAccountPassword",
                        "-Identity",
                        "ana",
                        "-Reset",
                        "-NewPassword",
                        "New-Word-1"),
                new AccountChore.SetPassword("ana", "New-Word-1"));
        table.put(List.of("net", "accounts", "/minpwlen:8"), new AccountChore.SetMinimumLength(8));
        table.put(List.of("Reset-LapsPassword"), new AccountChore.RotateLaps());
    }

    private static void services(Map<List<String>, Chore> table) {
        table.put(
                List.of("sc", "config", "MpsSvc", "start=", "auto"),
                new ServiceChore.SetStart("MpsSvc", Service.Start.AUTOMATIC));
        table.put(
                List.of("Set-Service", "-Name", "KeyIso", "-StartupType", "Automatic", "-PassThru"),
                new ServiceChore.SetStart("KeyIso", Service.Start.AUTOMATIC));
        table.put(List.of("net", "start", "RdAgent"), new ServiceChore.Start("RdAgent"));
        table.put(
                List.of("taskkill", "/f", "/im", "WindowsAzureGuestAgent.exe"),
                new ServiceChore.EndProcess("WindowsAzureGuestAgent.exe"));
    }

    private static void network(Map<List<String>, Chore> table) {
        table.put(
                List.of(
                        "netsh",
                        "advfirewall",
                        "firewall",
                        "set",
                        "rule",
                        "group=Remote Desktop",
                        "new",
                        "enable=Yes"),
                new NetworkChore.EnableRules("Remote Desktop"));
        table.put(
                List.of(
                        "netsh",
                        "advfirewall",
                        "firewall",
                        "add",
                        "rule",
                        "name=WireServer",
                        "dir=out",
                        "action=allow",
                        "protocol=TCP",
                        "remoteip=168.63.129.16",
                        "remoteport=80,32526"),
                new NetworkChore.AllowOutbound("168.63.129.16"));
        table.put(
                List.of(
                        "netsh",
                        "advfirewall",
                        "set",
                        "allprofiles",
                        "firewallpolicy",
                        "blockinbound,allowoutbound"),
                new NetworkChore.ResetProfiles());
        table.put(
                List.of(
                        "Set-NetFirewallProfile",
                        "-All",
                        "-DefaultInboundAction",
                        "Block",
                        "-AllowInboundRules",
                        "True"),
                new NetworkChore.HeedInboundRules());
        table.put(
                List.of(
                        "netsh",
                        "interface",
                        "ip",
                        "set",
                        "address",
                        "name=Ethernet",
                        "source=dhcp"),
                new NetworkChore.UseDhcp());
        table.put(List.of("netsh", "winhttp", "reset", "proxy"), new NetworkChore.ResetProxy());
        table.put(
                List.of(
                        "netsh",
                        "interface",
                        "set",
                        "interface",
                        "name=Npcap Loopback Adapter",
                        "admin=disabled"),
                new NetworkChore.DisableAdapter("Npcap Loopback Adapter"));
    }

    private static void system(Map<List<String>, Chore> table) {
        table.put(
                List.of(
                        "reg",
                        "add",
                        TERMINAL,
                        "/v",
                        "fDenyTSConnections",
                        "/t",
                        "REG_DWORD",
                        "/d",
                        "0",
                        "/f"),
                new RegistryChore.SetNumber(TERMINAL, "fDenyTSConnections", 0));
        table.put(
                List.of(
                        "Set-ItemProperty",
                        "-Path",
                        TERMINAL,
                        "-Name",
                        "fDenyTSConnections",
                        "-Value",
                        "0"),
                new RegistryChore.SetNumber(TERMINAL, "fDenyTSConnections", 0));
        table.put(
                List.of("icacls", "C:\\Packages", "/grant", "SYSTEM:(OI)(CI)F", "/t"),
                new SystemChore.GrantSystem("C:\\Packages"));
        table.put(
                List.of("certutil", "-addstore", "Root", "azure-roots.crt"),
                new SystemChore.ImportRoot(TrustStore.AZURE));
        table.put(List.of("winmgmt", "/salvagerepository"), new SystemChore.RepairWmi());
        table.put(
                List.of("bcdedit", "/set", "safeboot", "dsrepair"),
                new SystemChore.StartInRestoreMode(true));
        table.put(
                List.of("msiexec", "/i", "WindowsAzureVmAgent.msi", "/quiet"),
                new SystemChore.InstallAgent(false));
        table.put(
                List.of("Test-ComputerSecureChannel", "-Repair", "-Credential", "x"),
                new SystemChore.RepairSecureChannel());
        table.put(
                List.of("ren", "C:\\a\\machine.config", "machine.config.old"),
                new SystemChore.Rename("C:\\a\\machine.config", "machine.config.old"));
    }

    private static void repairs(Map<List<String>, Chore> table) {
        table.put(
                List.of("taskkill", "/f", "/fi", "SERVICES eq TermService"),
                new ServiceChore.EndHost("TermService"));
        table.put(
                List.of("icacls", "C:\\Packages", "/grant", "*S-1-5-18:(OI)(CI)F", "/t"),
                new SystemChore.GrantSystem("C:\\Packages"));
        table.put(
                List.of("copy", "C:\\a\\machine.config.default", "C:\\a\\machine.config"),
                new SystemChore.Copy("C:\\a\\machine.config.default", "C:\\a\\machine.config"));
        table.put(
                List.of("C:\\Windows\\System32\\Sysprep\\sysprep.exe", "/generalize", "/oobe"),
                new SystemChore.Generalize());
        table.put(
                List.of(
                        "Get-NetFirewallAddressFilter",
                        "|",
                        "Where-Object",
                        "RemoteAddress",
                        "-EQ",
                        "168.63.129.16",
                        "|",
                        "Get-NetFirewallRule",
                        "|",
                        "Where-Object",
                        "Action",
                        "-EQ",
                        "Block",
                        "|",
                        "Disable-NetFirewallRule"),
                new NetworkChore.DisableBlocks("168.63.129.16"));
        table.put(
                List.of("Enable-NetFirewallRule", "-Group", "@FirewallAPI.dll,-28752"),
                new NetworkChore.EnableRules("@FirewallAPI.dll,-28752"));
    }

    @Test
    void whatWouldHitMoreThanIsMeantIsUnknown() {
        var all = List.of("Get-NetFirewallRule", "|", "Disable-NetFirewallRule");
        var noPort = List.of("New-NetFirewallRule", "-Action", "Allow", "-LocalPort", "any");
        assertThat(CommandReader.read(all)).isInstanceOf(Reading.Unknown.class);
        assertThat(CommandReader.read(noPort)).isInstanceOf(Reading.Unknown.class);
    }

    @Test
    void looksAreLooksAndTheRestIsUnknown() {
        assertThat(CommandReader.read(List.of("nltest", "/dsgetdc:")))
                .isEqualTo(new Reading.Looks());
        assertThat(CommandReader.read(List.of("reg", "query", TERMINAL)))
                .isEqualTo(new Reading.Looks());
        assertThat(CommandReader.read(List.of("net", "accounts")))
                .isEqualTo(Reading.of(new AccountChore.ShowRules()));
        assertThat(CommandReader.read(List.of("format", "c:")))
                .isEqualTo(new Reading.Unknown("format"));
    }

    @Test
    void readyMadeScriptsAreKnownByTheirId() {
        var world = new World(new Seed(1), Instant.parse("2026-10-06T07:00:00Z"), Limits.ORDINARY);
        var guest =
                new Guest(
                        world,
                        GuestSpec.ordinary("VM01"),
                        request -> WireResponse.text(404, "text/plain", ""));
        guest.install("operator", "Right-Horse-7");

        assertThat(ReadyMade.find("DisableNLA", guest))
                .isEqualTo(Reading.of(new SystemChore.SetNetworkLevelAuthentication(false)));
        assertThat(ReadyMade.find("EnableAdminAccount", guest))
                .isEqualTo(Reading.of(new AccountChore.Activate("operator")));
    }
}
