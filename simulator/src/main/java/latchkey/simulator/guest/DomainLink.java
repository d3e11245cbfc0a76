package latchkey.simulator.guest;

import latchkey.simulator.world.World;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What ties a member to its domain: a controller that answers, and the machine's own password. */
public final class DomainLink {
    private final World world;
    private final Guest guest;
    private final Map<String, Account> people = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Boolean> maySignIn = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private boolean controllerAnswers = true;
    private boolean trusted = true;

    private static final int FIRST_DOMAIN_RID = 1104;

    DomainLink(World world, Guest guest) {
        this.world = world;
        this.guest = guest;
    }

    /** Whether the machine belongs to a domain. */
    public boolean isMember() {
        return guest.spec().role().isMember();
    }

    /** Whether a domain controller can be found and answers. */
    public boolean controllerAnswers() {
        return controllerAnswers && guest.network().isUsable();
    }

    /** Cuts the way to the controllers, or opens it: DNS servers, VPN, peering. */
    public void setControllerAnswers(boolean on) {
        controllerAnswers = on;
        tell(on ? "controller-answers" : "controller-out-of-reach");
    }

    /** Whether the machine's password is the one the domain has. */
    public boolean isTrusted() {
        return trusted;
    }

    /** The machine's password is no longer the domain's, as after a restore; or it is again. */
    public void setTrusted(boolean on) {
        trusted = on;
        tell(on ? "machine-password-agrees" : "machine-password-differs");
    }

    /** A person of the domain from the beginning of a story, with or without the right here. */
    public Account plant(String name, String password, boolean mayUseRemoteDesktop) {
        Account account =
                new Account(FIRST_DOMAIN_RID + people.size(), name, password, guest.clock());
        people.put(name, account);
        maySignIn.put(name, mayUseRemoteDesktop);
        return account;
    }

    /** The person of that name, as a controller knows it. */
    public Optional<Account> find(String name) {
        return Optional.ofNullable(people.get(name));
    }

    /** Whether the person belongs to a group that may use Remote Desktop here. */
    public boolean maySignIn(Account person) {
        return maySignIn.getOrDefault(person.name(), false);
    }

    /** Gives or takes the right. */
    public void setMaySignIn(Account person, boolean on) {
        maySignIn.put(person.name(), on);
    }

    /** The domain's short name, in capitals. */
    public String shortName() {
        String dns = guest.spec().domain();
        int dot = dns.indexOf('.');
        return (dot < 0 ? dns : dns.substring(0, dot)).toUpperCase(java.util.Locale.ROOT);
    }

    private void tell(String what) {
        world.tell("domain/" + guest.computer(), what, "domain", guest.spec().domain());
    }
}
