package latchkey.simulator.guest.chore;

import latchkey.simulator.guest.Account;
import latchkey.simulator.guest.Accounts;
import latchkey.simulator.guest.Actor;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Does chores in a guest, each only through a way in that is open. */
public final class Chores {
    private final World world;
    private final Guest guest;
    private final Outside outside;
    private final List<Credentials> credentials = new ArrayList<>();

    /** For that guest. */
    public Chores(World world, Guest guest, Outside outside) {
        this.world = world;
        this.guest = guest;
        this.outside = outside;
    }

    /** The person at the console tries these from now on, before those tried earlier. */
    public void give(Credentials known) {
        credentials.addFirst(known);
    }

    /** Does it that way, or says why not. */
    public Outcome perform(WayIn way, Chore chore) {
        Optional<String> closed = closed(way, chore);
        Outcome outcome =
                closed.isPresent() ? new Outcome.NoWayIn(closed.get()) : carryOut(way, chore);
        tell(way, chore, outcome);
        return outcome;
    }

    private Outcome carryOut(WayIn way, Chore chore) {
        Actor actor = actor(way);
        return switch (chore) {
            case AccountChore account -> new AccountWork(guest, actor).perform(account);
            case NetworkChore network -> new NetworkWork(guest).perform(network);
            case RegistryChore registry -> new RegistryWork(guest).perform(registry);
            case ServiceChore service -> new ServiceWork(guest).perform(service);
            case SystemChore system -> new SystemWork(guest, outside).perform(system);
        };
    }

    private Actor actor(WayIn way) {
        Optional<Account> person = way == WayIn.SERIAL_CONSOLE ? known() : Optional.empty();
        return person.map(account -> Actor.person(guest, account))
                .orElseGet(() -> Actor.system(guest));
    }

    @Known(
            how = How.SPECIFIED,
            source = "serial console for Windows: SAC, EMS, cmd channels ask for credentials")
    private Optional<String> closed(WayIn way, Chore chore) {
        boolean answers = guest.isUp() && !guest.isHung();
        return switch (way) {
            case IN_GUEST ->
                    whenNot(answers && guest.sessions().isAnybodyIn(), "nobody-is-signed-in");
            case RUN_COMMAND -> whenNot(answers && outside.agentAnswers(), "agent-does-not-answer");
            case SERIAL_CONSOLE -> closedConsole(answers, chore);
            case OFFLINE_DISK -> {
                boolean free = !guest.isUp() && outside.diskIsFree();
                yield free
                        ? whenNot(chore.worksOffline(), "not-possible-on-a-disk")
                        : Optional.of("disk-is-in-use");
            }
        };
    }

    private Optional<String> closedConsole(boolean answers, Chore chore) {
        if (!guest.isUp() || !outside.serialConsoleIsOpen()) {
            return Optional.of("serial-console-closed");
        }
        if (chore.worksWithoutPassword()) {
            return Optional.empty();
        }
        return answers
                ? whenNot(known().isPresent(), "no-local-administrator-known")
                : Optional.of("console-does-not-answer");
    }

    /** The local administrator whose name and password the person at the console really has. */
    private Optional<Account> known() {
        return credentials.stream().flatMap(known -> fitting(known).stream()).findFirst();
    }

    private Optional<Account> fitting(Credentials known) {
        return guest.accounts()
                .find(known.account())
                .filter(account -> account.hasPassword(known.password()))
                .filter(account -> account.isEnabled() && !account.isLocked())
                .filter(this::isAdministrator);
    }

    private boolean isAdministrator(Account account) {
        return guest.accounts().isMember(account, Accounts.ADMINISTRATORS);
    }

    private static Optional<String> whenNot(boolean open, String because) {
        return open ? Optional.empty() : Optional.of(because);
    }

    private void tell(WayIn way, Chore chore, Outcome outcome) {
        String because =
                switch (outcome) {
                    case Outcome.Done done -> "";
                    case Outcome.Refused refused -> refused.because();
                    case Outcome.NoWayIn none -> none.because();
                };
        world.tell(
                "chores/" + guest.computer(),
                outcome.isDone() ? "chore-done" : "chore-not-done",
                "chore",
                chore.getClass().getSimpleName(),
                "way",
                way.name(),
                "because",
                because);
    }
}
