package latchkey.simulator.guest;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A local user account. Its passwords never leave it: they can be compared, not read. */
public final class Account {
    private final int rid;
    private final List<String> formerPasswords = new ArrayList<>();
    private String name;
    private String fullName;
    private String password;
    private Instant passwordSetAt;
    private boolean enabled = true;
    private boolean locked;
    private boolean mustChange;
    private boolean passwordExpired;
    private boolean managedByLaps;
    private Restriction restriction = Restriction.NONE;
    private int badAttempts;

    /** What else may keep a known account with the right password from signing in. */
    public enum Restriction {
        NONE,
        /** The account itself has an end, and it has passed. */
        ACCOUNT_EXPIRED,
        /** Only at certain hours, and not now. */
        HOURS,
        /** Only from certain computers, and not this one. */
        WORKSTATION,
        /** Member of Protected Users, or a blank password: not over the network in this way. */
        PROTECTED
    }

    Account(int rid, String name, String password, Instant at) {
        this.rid = rid;
        this.name = name;
        this.fullName = "";
        this.password = password;
        this.passwordSetAt = at;
    }

    /** The relative identifier: 500 for the built-in administrator whatever its name. */
    public int rid() {
        return rid;
    }

    /** The sAMAccountName. */
    public String name() {
        return name;
    }

    /** The display name; may be empty. */
    public String fullName() {
        return fullName;
    }

    /** When the password was set last, by the guest's clock. */
    public Instant passwordSetAt() {
        return passwordSetAt;
    }

    /** Whether it may sign in at all. */
    public boolean isEnabled() {
        return enabled;
    }

    /** Whether too many wrong attempts locked it. */
    public boolean isLocked() {
        return locked;
    }

    /** Whether the password has to be changed at the next sign-in. */
    public boolean mustChangePassword() {
        return mustChange;
    }

    /** Whether its password is older than the rules allow. */
    public boolean isPasswordExpired() {
        return passwordExpired;
    }

    /** What else may keep it out. */
    public Restriction restriction() {
        return restriction;
    }

    /** Whether Windows LAPS manages its password. */
    public boolean isManagedByLaps() {
        return managedByLaps;
    }

    /** Wrong attempts since the last right one. */
    public int badAttempts() {
        return badAttempts;
    }

    /** Whether that is the password. */
    public boolean hasPassword(String attempt) {
        return password.equals(attempt);
    }

    /** Whether that was one of the last so many passwords, the present one included. */
    public boolean usedRecently(String candidate, int history) {
        List<String> all = new ArrayList<>(formerPasswords);
        all.add(password);
        return all.subList(Math.max(0, all.size() - history), all.size()).contains(candidate);
    }

    /** Whether the name is the same, letter case aside. */
    public boolean isNamed(String other) {
        return name.toLowerCase(Locale.ROOT).equals(other.toLowerCase(Locale.ROOT));
    }

    void setPassword(String fresh, Instant at) {
        formerPasswords.add(password);
        password = fresh;
        passwordSetAt = at;
        passwordExpired = false;
    }

    /** Gives it another name; RID and password stay. */
    public void rename(String other) {
        name = other;
    }

    /** Sets the display name. */
    public void setFullName(String text) {
        fullName = text;
    }

    /** Allows or forbids it to sign in. */
    public void setEnabled(boolean on) {
        enabled = on;
    }

    /** Locks or unlocks it. */
    public void setLocked(boolean on) {
        locked = on;
        if (!on) {
            badAttempts = 0;
        }
    }

    /** Demands a change at the next sign-in, or takes the demand back. */
    public void setMustChangePassword(boolean on) {
        mustChange = on;
    }

    /** Its password has grown too old, or no longer is. */
    public void setPasswordExpired(boolean on) {
        passwordExpired = on;
    }

    /** Sets what else may keep it out. */
    public void setRestriction(Restriction other) {
        restriction = other;
    }

    /** Puts it under Windows LAPS, or takes it out. */
    public void setManagedByLaps(boolean on) {
        managedByLaps = on;
    }

    /** Counts a wrong attempt. */
    public void countBadAttempt() {
        badAttempts++;
    }

    /** Forgets wrong attempts after a right one. */
    public void forgetBadAttempts() {
        badAttempts = 0;
    }

    @Override
    public String toString() {
        return "Account[" + rid + " " + name + "]";
    }
}
