package latchkey.simulator.fault;

import latchkey.simulator.guest.Account;
import latchkey.simulator.guest.Accounts;
import latchkey.simulator.guest.Actor;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.PasswordPolicy;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

/** Accounts of the guest and the rules they live under. */
final class AccountFaults {
    private static final Parameter ACCOUNT = Parameter.text("account", "", "the account's name");

    @Known(how = How.SPECIFIED, source = "reset-rdp: password policy; MS-SAMR 3.1.1.7")
    static final Fault POLICY =
            Fault.of(
                    "password-policy-set",
                    "The machine's rules for passwords are stricter than before",
                    AccountFaults::policy,
                    Parameter.number("minimum-length", "14", "in characters"),
                    Parameter.flag("complexity", "true", "whether categories are asked for"),
                    Parameter.number("history", "0", "former passwords that are refused"),
                    Parameter.number("lockout-threshold", "10", "wrong attempts; 0 never"));

    @Known(how = How.SPECIFIED, source = "reset-rdp: not in the Administrators group")
    static final Fault NOT_ADMINISTRATOR =
            Fault.of(
                    "account-not-administrator",
                    "An account is there and does not belong to the Administrators",
                    AccountFaults::standardUser,
                    ACCOUNT);

    @Known(how = How.ASSUMED, source = "somebody deleted it")
    static final Fault MISSING =
            Fault.of(
                    "account-missing",
                    "An account was deleted; it cannot be taken back",
                    (site, values) -> {
                        find(site, values).ifPresent(site.guest().accounts()::delete);
                        return () -> {};
                    },
                    ACCOUNT);

    @Known(how = How.SPECIFIED, source = "KB5020282: account lock-out")
    static final Fault LOCKED =
            Fault.of(
                    "account-locked",
                    "An account is locked after too many wrong passwords",
                    (site, values) -> {
                        Guest guest = site.guest();
                        Optional<Account> account = find(site, values);
                        account.ifPresent(found -> guest.accounts().lock(found, guest.computer()));
                        return undo(
                                account,
                                found -> guest.accounts().unlock(found, Actor.system(guest)));
                    },
                    ACCOUNT);

    @Known(how = How.SPECIFIED, source = "reset-rdp: a disabled account is enabled by a reset")
    static final Fault DISABLED =
            Fault.of(
                    "account-disabled",
                    "An account is disabled",
                    (site, values) -> {
                        Guest guest = site.guest();
                        Actor actor = Actor.system(guest);
                        Optional<Account> account = find(site, values);
                        account.ifPresent(
                                found -> guest.accounts().setEnabled(found, false, actor));
                        return undo(
                                account, found -> guest.accounts().setEnabled(found, true, actor));
                    },
                    ACCOUNT);

    @Known(how = How.SPECIFIED, source = "Windows LAPS event log: 10031 and 10020")
    static final Fault LAPS =
            Fault.of(
                    "account-laps-managed",
                    "Windows LAPS manages an account's password",
                    (site, values) -> {
                        site.guest().laps().setGuardsPasswords(values.is("guards"));
                        Optional<Account> account = find(site, values);
                        account.ifPresent(site.guest().laps()::manage);
                        return undo(account, site.guest().laps()::release);
                    },
                    ACCOUNT,
                    Parameter.flag("guards", "true", "whether foreign changes are refused"));

    @Known(how = How.SPECIFIED, source = "must-change-password: flag set, NLA")
    static final Fault MUST_CHANGE =
            Fault.of(
                    "password-must-change",
                    "An account has to change its password at its next sign-in",
                    (site, values) -> {
                        Optional<Account> account = find(site, values);
                        account.ifPresent(found -> found.setMustChangePassword(true));
                        return undo(account, found -> found.setMustChangePassword(false));
                    },
                    ACCOUNT);

    @Known(how = How.SPECIFIED, source = "password age: accounts whose passwords expire")
    static final Fault PASSWORD_EXPIRED =
            Fault.of(
                    "password-expired",
                    "The password of an account has become too old",
                    (site, values) -> {
                        Optional<Account> account = find(site, values);
                        account.ifPresent(found -> found.setPasswordExpired(true));
                        return undo(account, found -> found.setPasswordExpired(false));
                    },
                    ACCOUNT);

    @Known(how = How.SPECIFIED, source = "net user: /expires, /times, /workstations")
    static final Fault RESTRICTED =
            Fault.of(
                    "account-restricted",
                    "An account has expired, or may sign in only at other times or elsewhere",
                    (site, values) -> {
                        Account.Restriction restriction =
                                Account.Restriction.valueOf(
                                        values.text("how")
                                                .replace('-', '_')
                                                .toUpperCase(Locale.ROOT));
                        Optional<Account> account = find(site, values);
                        account.ifPresent(found -> found.setRestriction(restriction));
                        return undo(
                                account, found -> found.setRestriction(Account.Restriction.NONE));
                    },
                    ACCOUNT,
                    Parameter.word(
                            "how",
                            "what restricts it",
                            "account-expired",
                            "hours",
                            "workstation",
                            "protected"));

    @Known(how = How.SPECIFIED, source = "right to sign in through Remote Desktop Services")
    static final Fault NOT_REMOTE_DESKTOP_USER =
            Fault.of(
                    "account-not-remote-desktop-user",
                    "An account is a member neither of Remote Desktop Users nor of Administrators",
                    (site, values) -> {
                        Accounts accounts = site.guest().accounts();
                        Optional<Account> account = find(site, values);
                        boolean administrator =
                                account.filter(found -> isAdministrator(accounts, found))
                                        .isPresent();
                        account.ifPresent(
                                found -> {
                                    accounts.leave(found, Accounts.ADMINISTRATORS);
                                    accounts.leave(found, Accounts.REMOTE_DESKTOP_USERS);
                                });
                        String former =
                                administrator
                                        ? Accounts.ADMINISTRATORS
                                        : Accounts.REMOTE_DESKTOP_USERS;
                        return undo(account, found -> accounts.join(found, former));
                    },
                    ACCOUNT);

    static final List<Fault> ALL =
            List.of(
                    POLICY,
                    NOT_ADMINISTRATOR,
                    NOT_REMOTE_DESKTOP_USER,
                    MISSING,
                    LOCKED,
                    DISABLED,
                    RESTRICTED,
                    LAPS,
                    MUST_CHANGE,
                    PASSWORD_EXPIRED);

    private AccountFaults() {}

    private static boolean isAdministrator(Accounts accounts, Account account) {
        return accounts.isMember(account, Accounts.ADMINISTRATORS);
    }

    private static Optional<Account> find(Site site, Values values) {
        return site.guest().accounts().find(values.text("account"));
    }

    private static Runnable undo(Optional<Account> account, Consumer<Account> action) {
        return () -> account.ifPresent(action);
    }

    private static Runnable policy(Site site, Values values) {
        Accounts accounts = site.guest().accounts();
        PasswordPolicy former = accounts.policy();
        accounts.setPolicy(
                new PasswordPolicy(
                        (int) values.number("minimum-length"),
                        values.is("complexity"),
                        (int) values.number("history"),
                        former.minimumAgeDays(),
                        (int) values.number("lockout-threshold")));
        accounts.setHistoryHoldsForSets(values.number("history") > 0);
        return () -> {
            accounts.setPolicy(former);
            accounts.setHistoryHoldsForSets(false);
        };
    }

    private static Runnable standardUser(Site site, Values values) {
        Accounts accounts = site.guest().accounts();
        Account account =
                find(site, values)
                        .orElseGet(
                                () ->
                                        accounts.plant(
                                                values.text("account"),
                                                "Kept-by-somebody-1",
                                                Accounts.REMOTE_DESKTOP_USERS));
        accounts.leave(account, Accounts.ADMINISTRATORS);
        return () -> accounts.join(account, Accounts.ADMINISTRATORS);
    }
}
