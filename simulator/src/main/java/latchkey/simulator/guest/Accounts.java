package latchkey.simulator.guest;

import latchkey.simulator.world.Dice;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The account database (SAM). Groups are known by their SID, since their names differ by language.
 * What it refuses it tells the world with its own reason, which is finer than the code a program
 * gets.
 */
public final class Accounts {
    /** Administrators. */
    public static final String ADMINISTRATORS = "S-1-5-32-544";

    /** Remote Desktop Users. */
    public static final String REMOTE_DESKTOP_USERS = "S-1-5-32-555";

    private static final int BUILT_IN_ADMINISTRATOR = 500;
    private static final int FIRST_OWN = 1000;
    private static final int LONGEST_NAME = 20;
    private static final String NOT_IN_NAMES = "\"/\\[]:;|=,+*?<>@";

    @Known(how = How.SPECIFIED, source = "lock-out duration of Azure images: ten minutes")
    private static final Duration LOCK_OUT = Duration.ofMinutes(10);

    private final World world;
    private final Guest guest;
    private final SecurityLog log;
    private final Map<Integer, Account> accounts = new TreeMap<>();
    private final Map<String, TreeSet<Integer>> members = new TreeMap<>();
    private PasswordPolicy policy;
    private boolean historyHoldsForSets;
    private int nextRid = FIRST_OWN;
    private final String machineSid;

    Accounts(World world, Guest guest, PasswordPolicy policy) {
        this.world = world;
        this.guest = guest;
        this.policy = policy;
        this.log = new SecurityLog(guest);
        this.machineSid = machineSid(world.dice("sid/" + guest.computer()));
    }

    private static String machineSid(Dice dice) {
        return "S-1-5-21-"
                + dice.between(1 << 28, Integer.MAX_VALUE)
                + "-"
                + dice.between(1 << 28, Integer.MAX_VALUE)
                + "-"
                + dice.between(1 << 28, Integer.MAX_VALUE);
    }

    /** The rules in force. */
    public PasswordPolicy policy() {
        return policy;
    }

    /** Puts other rules in force; passwords that exist stay. */
    public void setPolicy(PasswordPolicy other) {
        policy = other;
    }

    /** Whether former passwords are refused to administrators too. */
    public void setHistoryHoldsForSets(boolean on) {
        historyHoldsForSets = on;
    }

    /** All accounts by RID. */
    public List<Account> all() {
        return List.copyOf(accounts.values());
    }

    /** The account of that name, letter case aside. */
    public Optional<Account> find(String name) {
        return accounts.values().stream().filter(account -> account.isNamed(name)).findFirst();
    }

    /** The built-in administrator, whatever it is called. */
    public Account builtInAdministrator() {
        Account account = accounts.get(BUILT_IN_ADMINISTRATOR);
        if (account == null) {
            throw new IllegalStateException("an installation has a built-in administrator");
        }
        return account;
    }

    /** The account's security identifier; its domain part is the machine's own. */
    public String sidOf(Account account) {
        return machineSid + "-" + account.rid();
    }

    /** Whether the account belongs to the group with that SID. */
    public boolean isMember(Account account, String groupSid) {
        return members.getOrDefault(groupSid, new TreeSet<>()).contains(account.rid());
    }

    /** Names of the members of the group with that SID, by RID. */
    public List<String> membersOf(String groupSid) {
        List<String> names = new ArrayList<>();
        for (int rid : members.getOrDefault(groupSid, new TreeSet<>())) {
            Account account = accounts.get(rid);
            if (account != null) {
                names.add(account.name());
            }
        }
        return names;
    }

    /** Puts the account into the group, as the system account does. */
    public void join(Account account, String groupSid) {
        join(account, groupSid, Actor.system(guest));
    }

    /** Puts the account into the group; one that is in it stays, unlogged. */
    public void join(Account account, String groupSid, Actor actor) {
        if (admit(account, groupSid)) {
            log.membership(account, groupSid, true, actor);
            tell("group-joined", account.name(), groupSid);
        }
    }

    /** Takes the account out of the group, as the system account does. */
    public void leave(Account account, String groupSid) {
        leave(account, groupSid, Actor.system(guest));
    }

    /** Takes the account out of the group. */
    public void leave(Account account, String groupSid, Actor actor) {
        if (members.computeIfAbsent(groupSid, sid -> new TreeSet<>()).remove(account.rid())) {
            log.membership(account, groupSid, false, actor);
            tell("group-left", account.name(), groupSid);
        }
    }

    private boolean admit(Account account, String groupSid) {
        return members.computeIfAbsent(groupSid, sid -> new TreeSet<>()).add(account.rid());
    }

    /** Made at the first start: the built-in administrator under the name of the request. */
    void install(String adminName, String password) {
        Account account = new Account(BUILT_IN_ADMINISTRATOR, adminName, password, guest.clock());
        accounts.put(account.rid(), account);
        admit(account, ADMINISTRATORS);
    }

    /** An account that is there from the beginning of a story, past all rules. */
    public Account plant(String name, String password, String... groupSids) {
        Account account = new Account(nextRid++, name, password, guest.clock());
        accounts.put(account.rid(), account);
        for (String sid : groupSids) {
            admit(account, sid);
        }
        return account;
    }

    /** Creates an account with a password, as the system account does. */
    public SamAnswer create(String name, String password) {
        return create(name, password, Actor.system(guest));
    }

    /** Creates an account with a password, as an administrator does. */
    public SamAnswer create(String name, String password, Actor actor) {
        if (!isFitName(name)) {
            return refuse(name, Win32Error.BAD_USER_NAME, "unfit-name");
        }
        Account fresh = new Account(nextRid, name, password, guest.clock());
        Optional<PasswordPolicy.Breach> breach = policy.breachOfSet(fresh, password);
        if (breach.isPresent()) {
            return refuse(name, Win32Error.PASSWORD_TOO_SHORT, word(breach.get()));
        }
        nextRid++;
        accounts.put(fresh.rid(), fresh);
        log.created(fresh, actor);
        log.passwordSet(fresh, actor);
        tell("account-created", name, "");
        return new SamAnswer.Done(fresh);
    }

    /** Sets a password as the system account does. */
    public SamAnswer setPassword(Account account, String password) {
        return setPassword(account, password, Actor.system(guest));
    }

    /** Sets a password as an administrator does, without knowing the old one. */
    public SamAnswer setPassword(Account account, String password, Actor actor) {
        if (guest.laps().blocks(account)) {
            return refuse(
                    account.name(), Win32Error.POLICY_CONTROLLED_ACCOUNT, "laps-manages-password");
        }
        Optional<PasswordPolicy.Breach> breach =
                historyHoldsForSets
                        ? policy.breachWithHistory(account, password)
                        : policy.breachOfSet(account, password);
        if (breach.isPresent()) {
            log.passwordRefused(account, actor);
            return refuse(account.name(), Win32Error.PASSWORD_TOO_SHORT, word(breach.get()));
        }
        account.setPassword(password, guest.clock());
        account.setMustChangePassword(false);
        log.passwordSet(account, actor);
        tell("password-set", account.name(), "");
        return new SamAnswer.Done(account);
    }

    /** Lets the account sign in, or no longer; nothing happens when it is so already. */
    public void setEnabled(Account account, boolean on, Actor actor) {
        if (account.isEnabled() != on) {
            account.setEnabled(on);
            log.changed(account, actor);
            if (on) {
                log.enabled(account, actor);
            } else {
                log.disabled(account, actor);
            }
            tell(on ? "account-enabled" : "account-disabled", account.name(), "");
        }
    }

    /** Unlocks the account; nothing happens when it is not locked. */
    public void unlock(Account account, Actor actor) {
        if (account.isLocked()) {
            account.setLocked(false);
            log.unlocked(account, actor);
            tell("account-unlocked", account.name(), "");
        }
    }

    /** Gives the account another name; RID and password stay. */
    public void rename(Account account, String name, Actor actor) {
        String former = account.name();
        account.rename(name);
        log.renamed(account, former, actor);
        log.changed(account, actor);
        tell("account-renamed", name, "");
    }

    /** A wrong password was tried; at the limit the account locks for a while. */
    public void countBadAttempt(Account account, String workstation) {
        account.countBadAttempt();
        int limit = policy.lockoutThreshold();
        if (limit > 0 && account.badAttempts() >= limit && !account.isLocked()) {
            lock(account, workstation);
        }
    }

    /** The account locks, as after too many wrong passwords, until the lock-out time is over. */
    public void lock(Account account, String workstation) {
        account.setLocked(true);
        log.lockedOut(account, workstation);
        tell("account-locked", account.name(), "too-many-wrong-passwords");
        world.after(LOCK_OUT, "lock-out ends", () -> account.setLocked(false));
    }

    /** Deletes the account; what it owned stays without a name. */
    public void delete(Account account) {
        log.deleted(account, Actor.system(guest));
        accounts.remove(account.rid());
        members.values().forEach(rids -> rids.remove(account.rid()));
        tell("account-deleted", account.name(), "");
    }

    private SamAnswer refuse(String name, Win32Error error, String because) {
        tell("password-refused", name, because);
        return new SamAnswer.Refused(error, because);
    }

    private void tell(String what, String name, String because) {
        String where = "sam/" + guest.computer();
        if (because.isEmpty()) {
            world.tell(where, what, "account", name);
        } else {
            world.tell(where, what, "account", name, "because", because);
        }
    }

    private static boolean isFitName(String name) {
        boolean odd = name.isBlank() || name.length() > LONGEST_NAME || name.endsWith(".");
        return !odd
                && name.chars().noneMatch(sign -> sign < ' ' || NOT_IN_NAMES.indexOf(sign) >= 0);
    }

    private static String word(PasswordPolicy.Breach breach) {
        return breach.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
