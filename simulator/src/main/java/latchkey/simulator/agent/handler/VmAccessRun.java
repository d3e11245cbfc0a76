package latchkey.simulator.agent.handler;

import latchkey.simulator.guest.Account;
import latchkey.simulator.guest.Accounts;
import latchkey.simulator.guest.Actor;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.SamAnswer;
import latchkey.simulator.guest.Win32Error;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.util.Optional;

/** One run of VMAccess with its settings: first the account, then Remote Desktop. */
@Known(
        how = How.INFERRED,
        source = "stack traces of the failures; reset-rdp; simulator.md 3.2, 3.3")
final class VmAccessRun {
    private final World world;
    private final Guest guest;
    private final VmAccessOptions options;
    private final VmAccessTexts texts;
    private final HandlerLog log;
    private final boolean createsAccounts;

    VmAccessRun(World world, HandlerFolder folder, VmAccessOptions options, HandlerLog log) {
        this.world = world;
        this.guest = folder.guest();
        this.options = options;
        this.texts = new VmAccessTexts(guest, !options.shortTexts());
        this.log = log;
        this.createsAccounts = createsAccounts(folder.version());
    }

    @Known(how = How.RECORDED, source = "az issue: renamed and restarted with 2.0.2, not with 2.4")
    static boolean createsAccounts(String version) {
        String[] parts = version.split("\\.");
        int major = Integer.parseInt(parts[0]);
        int minor = parts.length > 1 ? Integer.parseInt(parts[1]) : 0;
        return major > 2 || major == 2 && minor >= 4;
    }

    /**
     * Does what the settings say.
     *
     * @return the message of success
     */
    String apply(HandlerSettings settings) throws VmAccessFailure {
        String name = userName(settings);
        String password = settings.closed("Password", options.exactKeys());
        if (guest.spec().role().isController()) {
            throw new VmAccessFailure(VmAccessTexts.DOMAIN_CONTROLLER, "domain-controller");
        }
        if (!name.isEmpty() && password.isEmpty()) {
            throw new VmAccessFailure(VmAccessTexts.NO_PASSWORD, "password-missing");
        }
        boolean renamed = false;
        String done = VmAccessTexts.RESET_ONLY;
        if (!password.isEmpty()) {
            done =
                    name.isEmpty() || !createsAccounts
                            ? VmAccessTexts.BUILT_IN
                            : VmAccessTexts.UPDATED;
            renamed = account(name, password);
        }
        log.info(guest.clock(), "Resetting Remote Desktop Connection settings.");
        new RemoteDesktopReset(guest, options, texts).apply();
        world.tell("handler/" + guest.computer(), "remote-desktop-reset");
        afterwards(renamed, !password.isEmpty());
        return done;
    }

    private String userName(HandlerSettings settings) {
        String open = settings.open("UserName", options.exactKeys());
        return open.isEmpty() && options.protectedUserName()
                ? settings.closed("UserName", options.exactKeys())
                : open;
    }

    private boolean account(String name, String password) throws VmAccessFailure {
        if (name.isEmpty()) {
            set(guest.accounts().builtInAdministrator(), password);
            return false;
        }
        if (!createsAccounts) {
            return rename(name, password);
        }
        Optional<Account> found = guest.accounts().find(name);
        if (found.isPresent()) {
            update(found.get(), password);
        } else {
            create(name, password);
        }
        return false;
    }

    private boolean rename(String name, String password) throws VmAccessFailure {
        log.info(guest.clock(), VmAccessTexts.BUILT_IN);
        Account account = guest.accounts().builtInAdministrator();
        boolean other = !account.isNamed(name);
        if (other && guest.accounts().find(name).isPresent()) {
            throw new VmAccessFailure(texts.cannotRename(Win32Error.USER_EXISTS), "name-taken");
        }
        if (other) {
            guest.accounts().rename(account, name, Actor.system(guest));
        }
        set(account, password);
        return other;
    }

    private void create(String name, String password) throws VmAccessFailure {
        log.info(guest.clock(), "Creating user account " + name + ".");
        switch (guest.accounts().create(name, password)) {
            case SamAnswer.Done done ->
                    guest.accounts().join(done.account(), Accounts.ADMINISTRATORS);
            case SamAnswer.Refused refused ->
                    throw new VmAccessFailure(
                            texts.cannotCreate(refused.error()), refused.because());
        }
    }

    private void update(Account account, String password) throws VmAccessFailure {
        if (!guest.accounts().isMember(account, Accounts.ADMINISTRATORS)) {
            throw new VmAccessFailure(
                    texts.notAdministrator(account.name()), "account-not-administrator");
        }
        set(account, password);
    }

    private void set(Account account, String password) throws VmAccessFailure {
        log.info(guest.clock(), "Updating password of user account " + account.name() + ".");
        switch (guest.accounts().setPassword(account, password)) {
            case SamAnswer.Done done -> free(account);
            case SamAnswer.Refused refused ->
                    throw new VmAccessFailure(texts.cannotSet(refused.error()), refused.because());
        }
    }

    private void free(Account account) {
        guest.accounts().setEnabled(account, true, Actor.system(guest));
        if (options.unlocks()) {
            guest.accounts().unlock(account, Actor.system(guest));
        }
    }

    /** Entra sign-in is disturbed; a new name of the built-in account wants a restart. */
    private void afterwards(boolean renamed, boolean accountTouched) {
        if (accountTouched) {
            guest.entra().disturb();
        }
        if (renamed) {
            log.info(guest.clock(), "Restarting the machine to apply the new user name.");
            guest.requestRestart("vmaccess-renamed-administrator");
        }
    }
}
