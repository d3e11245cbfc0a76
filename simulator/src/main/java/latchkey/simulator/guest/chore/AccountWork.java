package latchkey.simulator.guest.chore;

import latchkey.simulator.guest.Account;
import latchkey.simulator.guest.Accounts;
import latchkey.simulator.guest.Actor;
import latchkey.simulator.guest.GroupNames;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.PasswordPolicy;
import latchkey.simulator.guest.SamAnswer;
import latchkey.simulator.guest.StartupScript;
import latchkey.simulator.guest.SystemTexts;
import latchkey.simulator.guest.Tongue;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Chores with accounts. */
@Known(how = How.ASSUMED, source = "answers of net user, net localgroup and net accounts")
final class AccountWork {
    private static final String COMPLETED = "The command completed successfully.";

    private final Guest guest;
    private final Actor actor;

    AccountWork(Guest guest, Actor actor) {
        this.guest = guest;
        this.actor = actor;
    }

    Outcome perform(AccountChore chore) {
        Accounts accounts = guest.accounts();
        return switch (chore) {
            case AccountChore.SetPassword set ->
                    of(
                            set.account(),
                            account ->
                                    outcome(accounts.setPassword(account, set.password(), actor)));
            case AccountChore.Create create ->
                    outcome(accounts.create(create.account(), create.password(), actor));
            case AccountChore.Activate activate -> of(activate.account(), this::activate);
            case AccountChore.ClearMustChange clear -> of(clear.account(), this::clearMustChange);
            case AccountChore.Lift lift ->
                    of(lift.account(), account -> lift(account, lift.restriction()));
            case AccountChore.AddToGroup add -> membership(add.account(), add.group(), true);
            case AccountChore.RemoveFromGroup remove ->
                    membership(remove.account(), remove.group(), false);
            case AccountChore.SetMinimumLength set -> setMinimumLength(set.characters());
            case AccountChore.ShowRules show -> new Outcome.Done(rules());
            case AccountChore.ShowAccounts show -> new Outcome.Done(list());
            case AccountChore.RotateLaps rotate -> rotate();
            case AccountChore.CreateAtNextStart create -> {
                StartupScript.leave(guest, create.account(), create.password());
                yield new Outcome.Done("");
            }
        };
    }

    private Outcome of(String name, Function<Account, Outcome> work) {
        return guest.accounts()
                .find(name)
                .map(work)
                .orElseGet(
                        () ->
                                new Outcome.Refused(
                                        "no-such-account", "The user name could not be found."));
    }

    private Outcome activate(Account account) {
        guest.accounts().setEnabled(account, true, actor);
        guest.accounts().unlock(account, actor);
        return new Outcome.Done(COMPLETED);
    }

    private Outcome clearMustChange(Account account) {
        account.setMustChangePassword(false);
        account.setPasswordExpired(false);
        return new Outcome.Done(COMPLETED);
    }

    private static Outcome lift(Account account, Account.Restriction restriction) {
        if (account.restriction() == restriction) {
            account.setRestriction(Account.Restriction.NONE);
        }
        return new Outcome.Done(COMPLETED);
    }

    private Outcome rotate() {
        List<Account> managed =
                guest.accounts().all().stream().filter(Account::isManagedByLaps).toList();
        managed.forEach(guest.laps()::rotate);
        return managed.isEmpty()
                ? new Outcome.Refused("laps-manages-nothing", "LAPS manages no account.")
                : new Outcome.Done("");
    }

    private Outcome membership(String name, String group, boolean join) {
        Tongue tongue = guest.spec().tongue();
        Optional<String> sid =
                group.startsWith("S-1-") ? Optional.of(group) : GroupNames.find(group, tongue);
        if (sid.isEmpty()) {
            return new Outcome.Refused(
                    "no-such-group",
                    "System error 1376 has occurred.\r\n\r\nThe specified local"
                            + " group does not exist.");
        }
        Optional<Account> ofDomain =
                guest.domain().isMember() ? guest.domain().find(bare(name)) : Optional.empty();
        if (ofDomain.isPresent() && guest.accounts().find(name).isEmpty()) {
            guest.domain().setMaySignIn(ofDomain.get(), join);
            return new Outcome.Done(COMPLETED);
        }
        return of(
                name,
                account -> {
                    if (join) {
                        guest.accounts().join(account, sid.get(), actor);
                    } else {
                        guest.accounts().leave(account, sid.get(), actor);
                    }
                    return new Outcome.Done(COMPLETED);
                });
    }

    private static String bare(String name) {
        return name.substring(name.indexOf('\\') + 1);
    }

    private Outcome setMinimumLength(int characters) {
        PasswordPolicy policy = guest.accounts().policy();
        guest.accounts()
                .setPolicy(
                        new PasswordPolicy(
                                characters,
                                policy.complexity(),
                                policy.history(),
                                policy.minimumAgeDays(),
                                policy.lockoutThreshold()));
        return new Outcome.Done(COMPLETED);
    }

    private String rules() {
        PasswordPolicy policy = guest.accounts().policy();
        String threshold =
                policy.lockoutThreshold() == 0
                        ? "Never"
                        : Integer.toString(policy.lockoutThreshold());
        return "Force user logoff how long after time expires?:       Never\r\n"
                + "Minimum password age (days):                          "
                + policy.minimumAgeDays()
                + "\r\nMaximum password age (days):                          42\r\n"
                + "Minimum password length:                              "
                + policy.minimumLength()
                + "\r\nLength of password history maintained:                "
                + (policy.history() == 0 ? "None" : Integer.toString(policy.history()))
                + "\r\nLockout threshold:                                    "
                + threshold
                + "\r\n"
                + COMPLETED;
    }

    private String list() {
        StringBuilder text = new StringBuilder("Name               Enabled Description\r\n");
        text.append("----               ------- -----------\r\n");
        for (Account account : guest.accounts().all()) {
            String gap = " ".repeat(Math.max(1, 19 - account.name().length()));
            text.append(account.name()).append(gap).append(account.isEnabled() ? "True" : "False");
            text.append("\r\n");
        }
        return text.toString();
    }

    private Outcome outcome(SamAnswer answer) {
        return switch (answer) {
            case SamAnswer.Done done -> new Outcome.Done(COMPLETED);
            case SamAnswer.Refused refused ->
                    new Outcome.Refused(
                            refused.because(),
                            SystemTexts.of(refused.error(), guest.spec().tongue()));
        };
    }
}
