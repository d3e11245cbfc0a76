package latchkey.simulator.scenario;

import latchkey.simulator.agent.VirtualMachine;
import latchkey.simulator.guest.Accounts;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Service;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What is true of every world at any time. */
final class Invariants {
    private Invariants() {}

    /** What is not as it must be, each in a sentence. */
    static List<String> broken(Stage stage) {
        List<String> broken = new ArrayList<>();
        for (VirtualMachine machine : stage.machines()) {
            look(machine, broken);
        }
        return broken;
    }

    private static void look(VirtualMachine machine, List<String> broken) {
        Guest guest = machine.guest();
        String name = "invariant of " + machine.spec().name() + ": ";
        if (guest.isUp() && !machine.isPowered()) {
            broken.add(name + "an operating system runs without power");
        }
        boolean works = guest.services().all().stream().anyMatch(Service::isRunning);
        if (!guest.isUp() && works) {
            broken.add(name + "a service runs without an operating system");
        }
        if (!guest.isUp() && guest.sessions().isAnybodyIn()) {
            broken.add(name + "somebody is signed in without an operating system");
        }
        Accounts accounts = guest.accounts();
        if (!accounts.isMember(accounts.builtInAdministrator(), Accounts.ADMINISTRATORS)) {
            broken.add(name + "the built-in administrator is no administrator");
        }
        long names =
                accounts.all().stream()
                        .map(account -> account.name().toLowerCase(Locale.ROOT))
                        .distinct()
                        .count();
        if (names != accounts.all().size()) {
            broken.add(name + "two accounts have one name");
        }
    }
}
