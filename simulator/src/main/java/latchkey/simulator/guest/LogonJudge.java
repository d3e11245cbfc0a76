package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.util.Locale;
import java.util.Optional;

/** Judges a name and a password: locally, by the domain, or by the cloud. */
final class LogonJudge {
    /** What it says. */
    sealed interface Verdict {
        /** The person may come in. */
        record Yes(String name, String domain, String sid) implements Verdict {
            /** Domain and name as sessions show them. */
            String account() {
                return domain + "\\" + name;
            }
        }

        /** The person may not. */
        record No(SignIn.Reason reason, LogonStatus status) implements Verdict {}
    }

    private record Given(String domain, String name) {}

    private static final String CLOUD = "AzureAD";

    private final World world;
    private final Guest guest;
    private final SecurityLog log;

    LogonJudge(World world, Guest guest) {
        this.world = world;
        this.guest = guest;
        this.log = new SecurityLog(guest);
    }

    /** Judges an attempt, counts it and logs what the machine logs of it. */
    Verdict judge(RemoteClient client, boolean early, String typed, String password) {
        Given given = split(typed, client.homeDomain());
        Verdict verdict = verdict(given, password, early, client.workstation());
        if (verdict instanceof Verdict.No no) {
            int type = early ? LogonAttempt.NETWORK : LogonAttempt.REMOTE_INTERACTIVE;
            log.refused(
                    new LogonAttempt(
                            given.name(),
                            given.domain(),
                            client.workstation(),
                            client.source(),
                            type,
                            0),
                    no.status());
        }
        return verdict;
    }

    /** Logs 4624 for somebody who was admitted. */
    void logSignedIn(RemoteClient client, Verdict.Yes yes, int session) {
        log.signedIn(
                new LogonAttempt(
                        yes.name(),
                        yes.domain(),
                        client.workstation(),
                        client.source(),
                        LogonAttempt.REMOTE_INTERACTIVE,
                        session),
                yes.sid());
    }

    /** The derived fact of the specification, nothing being counted or logged. */
    @Known(how = How.SPECIFIED, source = "simulator specification 3.8, logonAllowed")
    boolean allows(String typed, String password) {
        Given given = split(typed, "");
        Optional<Account> account = guest.accounts().find(given.name());
        return account.isPresent()
                && account.get().hasPassword(password)
                && !account.get().isLocked()
                && refusalOf(account.get(), mayUseRemoteDesktop(account.get())).isEmpty();
    }

    /** Somebody who knew the old password sets a new one; the rules for passwords hold. */
    boolean changes(String typed, String fresh) {
        Optional<Account> account = guest.accounts().find(split(typed, "").name());
        boolean set =
                account.isPresent()
                        && guest.accounts().setPassword(account.get(), fresh, Actor.system(guest))
                                instanceof SamAnswer.Done;
        if (set) {
            account.get().setMustChangePassword(false);
        }
        return set;
    }

    private Given split(String typed, String homeDomain) {
        int slash = typed.indexOf('\\');
        String domain = slash < 0 ? homeDomain : typed.substring(0, slash);
        boolean here = domain.isEmpty() || domain.equals(".");
        return new Given(here ? guest.computer() : domain, typed.substring(slash + 1));
    }

    private Verdict verdict(Given given, String password, boolean early, String workstation) {
        if (given.domain().equalsIgnoreCase(CLOUD)) {
            return byCloud(given, password);
        }
        if (guest.restoreMode().isOn()) {
            return guest.restoreMode().admits(given.name(), password)
                    ? new Verdict.Yes(given.name(), guest.computer(), "S-1-5-21-500")
                    : no(SignIn.Reason.UNKNOWN_NAME, LogonStatus.UNKNOWN_NAME);
        }
        boolean controller = guest.spec().role().isController();
        boolean ofDomain = given.domain().equalsIgnoreCase(guest.domain().shortName());
        if (ofDomain && guest.domain().isMember()) {
            return byDomain(given, password, early);
        }
        boolean local = given.domain().equalsIgnoreCase(guest.computer());
        return local || (controller && ofDomain)
                ? byAccounts(given, password, workstation)
                : no(SignIn.Reason.UNKNOWN_NAME, LogonStatus.UNKNOWN_NAME);
    }

    private Verdict byAccounts(Given given, String password, String workstation) {
        Optional<Account> found = guest.accounts().find(given.name());
        if (found.isEmpty()) {
            return no(SignIn.Reason.UNKNOWN_NAME, LogonStatus.UNKNOWN_NAME);
        }
        Account account = found.get();
        if (account.isLocked()) {
            return no(SignIn.Reason.LOCKED, LogonStatus.LOCKED);
        }
        if (!account.hasPassword(password)) {
            guest.accounts().countBadAttempt(account, workstation);
            return no(SignIn.Reason.WRONG_PASSWORD, LogonStatus.WRONG_PASSWORD);
        }
        Optional<Verdict.No> refusal = refusalOf(account, mayUseRemoteDesktop(account));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        account.forgetBadAttempts();
        return new Verdict.Yes(account.name(), given.domain(), guest.accounts().sidOf(account));
    }

    private boolean mayUseRemoteDesktop(Account account) {
        return guest.accounts().isMember(account, Accounts.ADMINISTRATORS)
                || guest.accounts().isMember(account, Accounts.REMOTE_DESKTOP_USERS);
    }

    private Verdict byDomain(Given given, String password, boolean early) {
        DomainLink domain = guest.domain();
        Optional<Account> found = domain.find(given.name());
        if (!domain.controllerAnswers()) {
            domain.logNoController();
            boolean cached = !early && found.isPresent() && found.get().hasPassword(password);
            return cached
                    ? yesOfDomain(given, found.get())
                    : no(SignIn.Reason.CONTROLLER_UNREACHABLE, LogonStatus.NO_CONTROLLER);
        }
        if (!domain.isTrusted()) {
            domain.logNotTrusted();
            return no(SignIn.Reason.TRUST_BROKEN, LogonStatus.TRUST_BROKEN);
        }
        if (found.isEmpty()) {
            return no(SignIn.Reason.UNKNOWN_NAME, LogonStatus.UNKNOWN_NAME);
        }
        Account person = found.get();
        if (person.isLocked()) {
            return no(SignIn.Reason.LOCKED, LogonStatus.LOCKED);
        }
        if (!person.hasPassword(password)) {
            return no(SignIn.Reason.WRONG_PASSWORD, LogonStatus.WRONG_PASSWORD);
        }
        return refusalOf(person, domain.maySignIn(person))
                .<Verdict>map(refusal -> refusal)
                .orElseGet(() -> yesOfDomain(given, person));
    }

    private Verdict yesOfDomain(Given given, Account person) {
        String domain = given.domain().toUpperCase(Locale.ROOT);
        return new Verdict.Yes(person.name(), domain, guest.domain().sidOf(person));
    }

    private Verdict byCloud(Given given, String password) {
        EntraLogin entra = guest.entra();
        if (!entra.knows(given.name(), password)) {
            return no(SignIn.Reason.UNKNOWN_NAME, LogonStatus.UNKNOWN_NAME);
        }
        if (!entra.works()) {
            world.tell("entra/" + guest.computer(), "cloud-sign-in-failed");
            return no(SignIn.Reason.ENTRA_LOGIN_STALE, LogonStatus.CLOUD_FAILED);
        }
        String person = given.name();
        return new Verdict.Yes(
                person, CLOUD, "S-1-12-1-" + Integer.toUnsignedLong(person.hashCode()));
    }

    @Known(how = How.INFERRED, source = "order of checks: password first, restrictions after it")
    private static Optional<Verdict.No> refusalOf(Account account, boolean granted) {
        if (!account.isEnabled()) {
            return Optional.of(no(SignIn.Reason.DISABLED, LogonStatus.DISABLED));
        }
        Optional<Verdict.No> restriction = refusalOf(account.restriction());
        if (restriction.isPresent()) {
            return restriction;
        }
        if (account.mustChangePassword()) {
            return Optional.of(no(SignIn.Reason.MUST_CHANGE_PASSWORD, LogonStatus.MUST_CHANGE));
        }
        if (account.isPasswordExpired()) {
            return Optional.of(no(SignIn.Reason.PASSWORD_EXPIRED, LogonStatus.PASSWORD_EXPIRED));
        }
        return granted
                ? Optional.empty()
                : Optional.of(no(SignIn.Reason.NOT_GRANTED, LogonStatus.NOT_GRANTED));
    }

    private static Optional<Verdict.No> refusalOf(Account.Restriction restriction) {
        return switch (restriction) {
            case NONE -> Optional.empty();
            case ACCOUNT_EXPIRED ->
                    Optional.of(no(SignIn.Reason.ACCOUNT_EXPIRED, LogonStatus.ACCOUNT_EXPIRED));
            case HOURS -> Optional.of(no(SignIn.Reason.OUTSIDE_HOURS, LogonStatus.OUTSIDE_HOURS));
            case WORKSTATION ->
                    Optional.of(no(SignIn.Reason.OTHER_WORKSTATION, LogonStatus.OTHER_WORKSTATION));
            case PROTECTED -> Optional.of(no(SignIn.Reason.PROTECTED, LogonStatus.PROTECTED));
        };
    }

    private static Verdict.No no(SignIn.Reason reason, LogonStatus status) {
        return new Verdict.No(reason, status);
    }
}
