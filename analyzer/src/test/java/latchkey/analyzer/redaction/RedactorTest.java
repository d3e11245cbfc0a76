package latchkey.analyzer.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.rules.rule.Capture.Secrecy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;

final class RedactorTest {
    private static final String CANARY = "C4n@ry-7hatMustDie";
    private static final String BLOB =
            "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJCrze8SNFZ4kA==";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "net user bob § /add",
                "net.exe user \"bob smith\" \"§\" /add",
                "C:\\Windows\\System32\\net1 user bob /add §",
                "cmd /c \"net user bob § /add\"",
                "Executing: \\\"net user bob \\\"§\\\" /add\\\"",
                "[\"net\", \"user\", \"bob\", \"§\"]",
                "net use Z: \\\\files\\share § /user:CONTOSO\\bob",
                "Set-LocalUser -Name bob -Password § -Force",
                "tool --admin-password § --size 3",
                "tool --admin-password=§",
                "wmic /node:x /user:bob /password:§ os get name",
                "cmdkey /add:srv /user:bob /pass:§",
                "az vm user update -g g -n v -u bob -p §",
                "az vm user update -g g -n v -u bob -p '§'",
                "psexec \\\\srv -u bob -p § cmd",
                "schtasks /create /tn x /ru bob /rp §",
                "ConvertTo-SecureString '§' -AsPlainText -Force",
                "ConvertTo-SecureString -AsPlainText -String \"§\" -Force",
                "{\"password\": \"§\"}",
                "{\"Password\":\"§\",\"UserName\":\"bob\"}",
                "{\\\"password\\\":\\\"§\\\"}",
                "{\\\\\\\"password\\\\\\\":\\\\\\\"§\\\\\\\"}",
                "{\\u0022password\\u0022:\\u0022§\\u0022}",
                "{\"password\":\n   \"§\"}",
                "%22password%22%3A%22§%22",
                "&quot;adminPassword&quot;: &quot;§&quot;",
                "DefaultEndpointsProtocol=https;AccountName=a;AccountKey=§;EndpointSuffix=core.windows.net",
                "Endpoint=sb://x;SharedAccessKeyName=n;SharedAccessKey=§",
                "Server=s;User ID=sa;Password=§;Encrypt=true",
                "Server=s;Uid=sa;Pwd=§",
                "https://x.blob.core.windows.net/c?sv=2020&sig=C4n%2FryC4n%2FryC4n&se=1&password=§",
                "client_secret=§&grant_type=client_credentials",
                "\"clientSecret\": \"§\"",
                "Authorization: Bearer §abcdefghijkl",
                "\"Authorization\": \"Basic §\"",
                "<Password>§</Password>",
                "<AdministratorPassword><Value>§</Value><PlainText>true</PlainText></AdministratorPassword>",
                "&lt;Password&gt;§&lt;/Password&gt;",
                "<add key=\"AdminPassword\" value=\"§\" />",
                "<Data Name=\"Password\">§</Data>",
                "\"DefaultPassword\"=\"§\"",
                "    DefaultPassword    REG_SZ    §",
                "password = §",
                "New password: §",
                "PASSWORD:§",
                "Setting password '§' for the account",
                "the password is § for now",
                "user.SetPassword(\"§\")",
                "https://bob:§@host.example/path",
                "Kennwort: §",
                "\"protectedSettings\": {\"commandToExecute\": \"run §\"}",
                "password=\"§",
                "password='§",
                "sshpass -p § ssh bob@host"
            })
    void hidesTheCanaryWhicheverSyntaxHoldsIt(String syntax) {
        // Given
        var text = syntax.replace("§", CANARY);
        // When
        var masked = Redactor.secretsOnly().mask(text);
        // Then
        assertThat(masked)
                .doesNotContain(CANARY)
                .doesNotContain("7hatMustDie")
                .contains("<secret-1>");
    }

    @Test
    void hidesSecretsByTheirShape() {
        // Given
        var jwt = "eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJlc2ln";
        var pem =
                String.join(
                        "\r\n",
                        "-----BEGIN RSA PRIVATE KEY-----",
                        "MIIEabc",
                        "short==",
                        "-----END RSA PRIVATE KEY-----",
                        "next");
        var client = "abc8Q~0123456789abcdefghijABCDEFGHIJ.~";
        // When
        var masked =
                Redactor.secretsOnly()
                        .mask(String.join("\n", jwt, BLOB, client, "?sig=abc%2Fdef%3D", pem));
        // Then
        assertThat(masked.lines())
                .containsExactly(
                        "<secret-1>",
                        "<secret-2>",
                        "<secret-3>",
                        "?sig=<secret-4>",
                        "-----BEGIN RSA PRIVATE KEY-----",
                        "<secret-5>",
                        "<secret-5>",
                        "-----END RSA PRIVATE KEY-----",
                        "next");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Agent version 2.7.41491.1083 on 10.0.17763.1",
                "Plugin (name: Microsoft.Compute.VMAccessAgent, version: 2.4.11.0) enabled",
                "C:\\Packages\\Plugins\\Microsoft.Compute.VMAccessAgent\\10.4.11.0\\Status\\0.status",
                "Packages/Plugins/Microsoft.Compute.VMAccessAgent/10.4.11.0/Status",
                "\"typeHandlerVersion\": \"10.4.11.0\"",
                "mscorlib, Version=14.0.0.0, Culture=neutral, PublicKeyToken=b77a5c561934e089",
                "GuestAgent_2.7.41.108 started at 12:34:56.789",
                "http://168.63.129.16/machine?comp=goalstate via 169.254.169.254, 127.0.0.1,"
                        + " 0.0.0.0 and ::1",
                "Cannot update Remote Desktop Connection settings for Administrator account. Error:"
                        + " COMException (0x800708C5)",
                "The password does not meet the password policy requirements.",
                "password: 0x800708C5 and Failed to set password: The password is too short",
                "NT AUTHORITY\\SYSTEM BUILTIN\\Administrators NT AUTHORITY\\NETWORK SERVICE"
                        + " WORKGROUP\\x Administratoren",
                "User 'Administrator' is a member of 'Remote Desktop Users' and Users, Guest,"
                        + " DefaultAccount",
                "Failed to rotate admin password: (InternalOperationError) An internal error"
                        + " occurred",
                "VM 'vmname' and VM '<vm>' and user '{0}'",
                "extension 'enablevmaccess' (publisher 'Microsoft.Compute' and type"
                        + " 'VMAccessAgent')",
                "at Microsoft.WindowsAzure.GuestAgent.Plugins.WindowsUser.SetPassword(SecureString"
                        + " password, Boolean expire)",
                "HKLM\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server",
                "C:\\Users\\Public\\Desktop and C:\\Windows\\System32\\config",
                "az vm user update -g 'g' -n 'v' -u '<user name>' -p \"$(IFS= read -rsp 'new"
                        + " password: ' p; printf %s \"$p\")\"",
                "net user '<user name>' *",
                "Set-X -Password (Read-Host -AsSecureString 'new password')",
                "Microsoft.Compute/virtualMachines/extensions/write",
                "std::string a::b Foo::Bar",
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
            })
    void leavesEvidenceAlone(String text) {
        assertThat(Redactor.full().mask(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "VM 'zanzibar1' failed|VM '<host-1>' failed",
                "User account zanzibar1 already exists|User account <account-1> already exists",
                "\"computerName\": \"zanzibar1\"|\"computerName\": \"<host-1>\"",
                "ComputerName            : zanzibar1|ComputerName            : <host-1>",
                "by CONTOSO\\zanzibar1 today|by <host-1>\\<account-1> today",
                "{\"u\":\"CONTOSO\\\\zanzibar1\"}|{\"u\":\"<host-1>\\\\<account-1>\"}",
                "C:\\Users\\zanzibar1\\AppData|C:\\Users\\<account-1>\\AppData",
                "C:\\\\Users\\\\zan zibar\\\\x|C:\\\\Users\\\\<account-1>\\\\x",
                "net user zanzibar1|net user <account-1>",
                "\tAccount Name:\t\tzanzibar1|\tAccount Name:\t\t<account-1>",
                "<Data Name=\"TargetUserName\">zanzibar1</Data>|<Data"
                        + " Name=\"TargetUserName\"><account-1></Data>",
                "<Computer>zanzibar1</Computer>|<Computer><host-1></Computer>",
                "mail a.b@example.org now|mail <email-1> now",
                "from 10.0.0.4:3389 to 52.1.2.3|from <address-1>:3389 to <address-2>",
                "server 4.5.6.7 and \\\\10.1.2.3\\c$|server <address-1> and \\\\<address-2>\\c$",
                "at fe80::1ff:fe23:4567:890a%3|at <address-1>%3",
                "S-1-5-21-1111111111-222222222-333333333-500 x|<object-1>-500 x",
                "/subscriptions/11111111-2222-3333-4444-555555555555/x|/subscriptions/<subscription-1>/x",
                "/providers/Microsoft.Compute/virtualMachines/zanzibar1/extensions/e|"
                        + "/providers/Microsoft.Compute/virtualMachines/<host-1>/extensions/e"
            })
    void hidesIdentitiesByClass(String pair) {
        // Given
        var parts = pair.split("\\|");
        // When
        var masked = Redactor.full().mask(parts[0]);
        // Then
        assertThat(masked).isEqualTo(parts[1]);
        assertThat(Redactor.secretsOnly().mask(parts[0])).isEqualTo(parts[0]);
    }

    @Test
    void givesTheSameValueTheSameTokenWhereverItStands() {
        // Given
        var redactor = Redactor.full();
        redactor.learn(Secrecy.HOST, "Zanzibar1");
        redactor.learn(Secrecy.ACCOUNT, "Administrator");
        var texts =
                List.of(
                        "disk zanzibar1_OsDisk_1",
                        "bob.smith was here; Administrator too",
                        "user 'bob.smith'");
        // When
        texts.forEach(redactor::observe);
        var masked = texts.stream().map(redactor::mask).toList();
        // Then
        assertThat(masked)
                .containsExactly(
                        "disk <host-1>_OsDisk_1",
                        "<account-1> was here; Administrator too",
                        "user '<account-1>'");
        assertThat(redactor.counts()).hasToString("{account=2, host=1}");
    }

    @Test
    void hidesAKnownSecretWhereNothingTells() {
        // Given
        var redactor = Redactor.secretsOnly();
        redactor.observe("net user bob " + CANARY + " /add");
        // When
        var masked = redactor.mask("echo " + CANARY + "!");
        // Then
        assertThat(masked).isEqualTo("echo <secret-1>!");
    }

    @Test
    void changesNothingTheSecondTime() {
        // Given
        var redactor = Redactor.full();
        var once =
                redactor.mask(
                        "net user bob "
                                + CANARY
                                + " on VM 'zanzibar1' at 10.0.0.4 \"password\":\"x1y\"");
        // When
        var twice = redactor.mask(once);
        // Then
        assertThat(twice).isEqualTo(once);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password=",
                "password='",
                "password=\"\\\"",
                "user=",
                "user='",
                "net user ",
                "net,user,",
                "sig=",
                "@",
                "authorization:",
                "bearer ",
                "eyj",
                "eyJa.",
                "1.",
                "::",
                "a:",
                "\\",
                "\\\\",
                "A\\",
                "-----begin ",
                "://",
                "C:\\Users\\",
                "password {",
                "protectedSettings:{",
                "vm 'x",
                "a",
                "-p ",
                "az -p \"",
                "S-1-5-21-",
                "q~",
                "<password>",
                "&quot;password&quot;:&quot;",
                " already exists",
                "az ",
                "user=$(",
                "net use "
            })
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void takesLinearTimeOnHostileLines(String piece) {
        // Given
        var text = piece.repeat(400_000 / piece.length());
        var clock = ManagementFactory.getThreadMXBean();
        var before = clock.getCurrentThreadCpuTime();
        // When
        Redactor.full().mask(text);
        // Then
        assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - before))
                .isLessThan(Duration.ofSeconds(2));
    }
}
