package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
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

    /** The person's security identifier. */
    String sidOf(Account person) {
        return "S-1-5-21-3457937927-2839227994-823803824-" + person.rid();
    }

    /** Netlogon found no controller: event 5719. */
    @Known(how = How.SPECIFIED, source = "event 5719 in public troubleshooting pages")
    void logNoController() {
        write(
                5719,
                "This computer was not able to set up a secure session with a domain controller in"
                        + " domain "
                        + shortName()
                        + " due to the following: \r\nWe can't sign you in with this credential"
                        + " because your domain isn't available. Make sure your device is connected"
                        + " to your organization's network and try again.",
                shortName());
    }

    /** The controller does not know the machine's password: event 3210. */
    @Known(how = How.SPECIFIED, source = "secure channel issues, event 3210")
    void logNotTrusted() {
        write(
                3210,
                "This computer could not authenticate with \\\\dc01."
                        + guest.spec().domain()
                        + ", a Windows domain controller for domain "
                        + shortName()
                        + ", and therefore this computer might deny logon requests. This inability"
                        + " to authenticate might be caused by another computer on the same network"
                        + " using the same name or the password for this computer account is not"
                        + " recognized. If this message appears again, contact your system"
                        + " administrator.",
                shortName());
    }

    private void write(int id, String message, String domain) {
        guest.events()
                .write(
                        new EventLogs.Source("System", "NETLOGON", id, "Error"),
                        message,
                        "param1",
                        domain);
    }

    private void tell(String what) {
        world.tell("domain/" + guest.computer(), what, "domain", guest.spec().domain());
    }
}
