package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.ArrayList;
import java.util.List;

/** What the Security log says of sign-ins and of changes to accounts. */
@Known(
        how = How.RECORDED,
        source =
                "events 4720, 4724, 4738 of a stand-alone machine (python-evtx sample); 4624, 4625,"
                        + " 4740 of the security auditing documentation")
final class SecurityLog {
    /** Name of the channel. */
    static final String CHANNEL = "Security";

    /** Name of its provider. */
    static final String PROVIDER = "Microsoft-Windows-Security-Auditing";

    private static final String NOBODY = "S-1-0-0";
    private static final String BUILTIN = "Builtin";

    private final Guest guest;

    SecurityLog(Guest guest) {
        this.guest = guest;
    }

    /** 4720 and 4722: an account was created, and it may sign in. */
    void created(Account account, Actor actor) {
        List<String> data = target(account, actor);
        data.addAll(List.of("PrivilegeList", "-", "SamAccountName", account.name()));
        data.addAll(attributes("%%1794", "0x0", "0x15"));
        write(4720, true, "A user account was created.", data);
        write(4722, true, "A user account was enabled.", target(account, actor));
    }

    /** 4722: an account may sign in again. */
    void enabled(Account account, Actor actor) {
        write(4722, true, "A user account was enabled.", target(account, actor));
    }

    /** 4725: an account may no longer sign in. */
    void disabled(Account account, Actor actor) {
        write(4725, true, "A user account was disabled.", target(account, actor));
    }

    /** 4738 and then 4724, of the same moment: somebody else set the password. */
    void passwordSet(Account account, Actor actor) {
        changed(account, actor);
        write(
                4724,
                true,
                "An attempt was made to reset an account's password.",
                target(account, actor));
    }

    /** 4724 as a failure: the rules refused the password. */
    @Known(how = How.SPECIFIED, source = "event 4724 documentation: failure for local accounts")
    void passwordRefused(Account account, Actor actor) {
        write(
                4724,
                false,
                "An attempt was made to reset an account's password.",
                target(account, actor));
    }

    /** 4738: something about the account is different. */
    void changed(Account account, Actor actor) {
        List<String> data = new ArrayList<>(List.of("Dummy", "-"));
        data.addAll(target(account, actor));
        data.addAll(List.of("PrivilegeList", "-", "SamAccountName", account.name()));
        String set = EventDates.local(guest.spec().tongue(), account.passwordSetAt());
        data.addAll(attributes(set, "0x14", "0x14"));
        write(4738, true, "A user account was changed.", data);
    }

    /** 4767: an account was unlocked. */
    void unlocked(Account account, Actor actor) {
        write(4767, true, "A user account was unlocked.", target(account, actor));
    }

    /** 4740: too many wrong attempts. */
    void lockedOut(Account account, String workstation) {
        Actor system = Actor.system(guest);
        List<String> data =
                new ArrayList<>(
                        List.of(
                                "TargetUserName", account.name(),
                                "TargetDomainName", workstation,
                                "TargetSid", guest.accounts().sidOf(account)));
        data.addAll(subject(system));
        write(4740, true, "A user account was locked out.", data);
    }

    /** 4781: the account has another name. */
    void renamed(Account account, String former, Actor actor) {
        List<String> data =
                new ArrayList<>(
                        List.of(
                                "OldTargetUserName", former,
                                "NewTargetUserName", account.name(),
                                "TargetDomainName", guest.computer(),
                                "TargetSid", guest.accounts().sidOf(account)));
        data.addAll(subject(actor));
        data.addAll(List.of("PrivilegeList", "-"));
        write(4781, true, "The name of an account was changed:", data);
    }

    /** 4726: an account was deleted. */
    void deleted(Account account, Actor actor) {
        List<String> data = target(account, actor);
        data.addAll(List.of("PrivilegeList", "-"));
        write(4726, true, "A user account was deleted.", data);
    }

    /** 4732 or 4733: into or out of a local group. */
    void membership(Account account, String groupSid, boolean joined, Actor actor) {
        List<String> data =
                new ArrayList<>(
                        List.of(
                                "MemberName",
                                "-",
                                "MemberSid",
                                guest.accounts().sidOf(account),
                                "TargetUserName",
                                GroupNames.of(groupSid, guest.spec().tongue()),
                                "TargetDomainName",
                                BUILTIN,
                                "TargetSid",
                                groupSid));
        data.addAll(subject(actor));
        data.addAll(List.of("PrivilegeList", "-"));
        if (joined) {
            write(4732, true, "A member was added to a security-enabled local group.", data);
        } else {
            write(4733, true, "A member was removed from a security-enabled local group.", data);
        }
    }

    /** 4624: somebody signed in. */
    void signedIn(LogonAttempt attempt, String sid) {
        Actor system = Actor.system(guest);
        List<String> data = new ArrayList<>(subject(system));
        data.addAll(
                List.of(
                        "TargetUserSid",
                        sid,
                        "TargetUserName",
                        attempt.name(),
                        "TargetDomainName",
                        attempt.domain(),
                        "TargetLogonId",
                        "0x" + Long.toHexString(attempt.session() * 0x4d1L + 0x7a3f2),
                        "LogonType",
                        "10",
                        "LogonProcessName",
                        "User32 ",
                        "AuthenticationPackageName",
                        "Negotiate",
                        "WorkstationName",
                        guest.computer(),
                        "LogonGuid",
                        "{00000000-0000-0000-0000-000000000000}"));
        data.addAll(
                List.of(
                        "TransmittedServices", "-",
                        "LmPackageName", "-",
                        "KeyLength", "0",
                        "ProcessId", "0x3f8",
                        "ProcessName", "C:\\Windows\\System32\\svchost.exe",
                        "IpAddress", attempt.source(),
                        "IpPort", "0",
                        "ImpersonationLevel", "%%1833"));
        write(4624, true, "An account was successfully logged on.", data);
    }

    /** 4625: somebody did not get in. */
    void refused(LogonAttempt attempt, LogonStatus status) {
        String english = "An account failed to log on.";
        String first = EventTexts.ofAccounts(4625, guest.spec().tongue(), english);
        String text = first + refusalText(attempt, status);
        guest.events().write(source(4625, false), text, refusal(attempt, status));
    }

    static EventLogs.Source source(int id, boolean success) {
        return new EventLogs.Source(
                CHANNEL, PROVIDER, id, success ? "Audit Success" : "Audit Failure");
    }

    static String[] refusal(LogonAttempt attempt, LogonStatus status) {
        List<String> data =
                new ArrayList<>(
                        List.of(
                                "SubjectUserSid",
                                NOBODY,
                                "SubjectUserName",
                                "-",
                                "SubjectDomainName",
                                "-",
                                "SubjectLogonId",
                                "0x0",
                                "TargetUserSid",
                                NOBODY,
                                "TargetUserName",
                                attempt.name(),
                                "TargetDomainName",
                                attempt.domain(),
                                "Status",
                                status.status(),
                                "FailureReason",
                                status.reason(),
                                "SubStatus",
                                status.subStatus()));
        boolean network = attempt.type() == LogonAttempt.NETWORK;
        data.addAll(
                List.of(
                        "LogonType",
                        Integer.toString(attempt.type()),
                        "LogonProcessName",
                        network ? "NtLmSsp " : "User32 ",
                        "AuthenticationPackageName",
                        network ? "NTLM" : "Negotiate",
                        "WorkstationName",
                        attempt.workstation(),
                        "TransmittedServices",
                        "-",
                        "LmPackageName",
                        "-",
                        "KeyLength",
                        "0",
                        "ProcessId",
                        network ? "0x0" : "0x3f8",
                        "ProcessName",
                        network ? "-" : "C:\\Windows\\System32\\svchost.exe",
                        "IpAddress",
                        attempt.source()));
        data.addAll(List.of("IpPort", "0"));
        return data.toArray(String[]::new);
    }

    static String refusalText(LogonAttempt attempt, LogonStatus status) {
        return "\r\n\r\nSubject:\r\n\tSecurity ID:\t\tNULL SID\r\n"
                + "\tAccount Name:\t\t-\r\n\tAccount Domain:\t\t-\r\n\tLogon ID:\t\t0x0\r\n\r\n"
                + "Logon Type:\t\t\t"
                + attempt.type()
                + "\r\n\r\nAccount For Which Logon Failed:\r\n\tSecurity ID:\t\tNULL SID\r\n"
                + "\tAccount Name:\t\t"
                + attempt.name()
                + "\r\n\tAccount Domain:\t\t"
                + attempt.domain()
                + "\r\n\r\nFailure Information:\r\n\tFailure Reason:\t\t"
                + status.text()
                + "\r\n\tStatus:\t\t\t"
                + status.status()
                + "\r\n\tSub Status:\t\t"
                + status.subStatus()
                + "\r\n\r\nNetwork Information:\r\n\tWorkstation Name:\t"
                + attempt.workstation()
                + "\r\n\tSource Network Address:\t"
                + attempt.source()
                + "\r\n\tSource Port:\t\t0";
    }

    private List<String> target(Account account, Actor actor) {
        List<String> data =
                new ArrayList<>(
                        List.of(
                                "TargetUserName", account.name(),
                                "TargetDomainName", guest.computer(),
                                "TargetSid", guest.accounts().sidOf(account)));
        data.addAll(subject(actor));
        return data;
    }

    private static List<String> subject(Actor actor) {
        return List.of(
                "SubjectUserSid", actor.sid(),
                "SubjectUserName", actor.name(),
                "SubjectDomainName", actor.domain(),
                "SubjectLogonId", actor.logonId());
    }

    private static List<String> attributes(String passwordSet, String oldUac, String newUac) {
        List<String> data = new ArrayList<>();
        for (String name :
                List.of(
                        "DisplayName",
                        "UserPrincipalName",
                        "HomeDirectory",
                        "HomePath",
                        "ScriptPath",
                        "ProfilePath",
                        "UserWorkstations")) {
            data.addAll(List.of(name, name.equals("UserPrincipalName") ? "-" : "%%1793"));
        }
        data.addAll(List.of("PasswordLastSet", passwordSet, "AccountExpires", "%%1794"));
        data.addAll(List.of("PrimaryGroupId", "513", "AllowedToDelegateTo", "-"));
        data.addAll(List.of("OldUacValue", oldUac, "NewUacValue", newUac));
        data.addAll(List.of("UserAccountControl", "-", "UserParameters", "%%1793"));
        data.addAll(List.of("SidHistory", "-", "LogonHours", "%%1797"));
        return data;
    }

    /** The data below the sentence, as the viewer sets them out. */
    private void write(int id, boolean success, String sentence, List<String> data) {
        String first = EventTexts.ofAccounts(id, guest.spec().tongue(), sentence);
        StringBuilder message = new StringBuilder(first).append("\r\n");
        for (int i = 0; i + 1 < data.size(); i += 2) {
            message.append("\r\n\t").append(EventLabels.of(data.get(i))).append(":\t\t");
            message.append(data.get(i + 1));
        }
        guest.events().write(source(id, success), message.toString(), data.toArray(String[]::new));
    }
}
