package latchkey.simulator.guest.chore;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Service;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;
import java.util.Optional;

/** Chores with services. */
@Known(how = How.ASSUMED, source = "answers of sc and net, general knowledge")
final class ServiceWork {
    private final Guest guest;

    ServiceWork(Guest guest) {
        this.guest = guest;
    }

    Outcome perform(ServiceChore chore) {
        return switch (chore) {
            case ServiceChore.SetStart set -> setStart(set);
            case ServiceChore.Start start -> start(start.service());
            case ServiceChore.Stop stop -> stop(stop.service());
            case ServiceChore.Restart restart -> {
                guest.services().stop(restart.service());
                yield start(restart.service());
            }
            case ServiceChore.EndHost end -> endHost(end.service());
            case ServiceChore.EndProcess end -> {
                guest.programs().kill(end.program());
                yield new Outcome.Done("SUCCESS: The process has been terminated.");
            }
        };
    }

    private Outcome setStart(ServiceChore.SetStart set) {
        Optional<Service> service = guest.services().find(set.service());
        if (service.isEmpty()) {
            return missing();
        }
        service.get().setStart(set.start());
        return new Outcome.Done("[SC] ChangeServiceConfig SUCCESS");
    }

    private Outcome start(String name) {
        Optional<Service> service = guest.services().find(name);
        if (service.isEmpty()) {
            return missing();
        }
        if (service.get().start() == Service.Start.DISABLED) {
            return new Outcome.Refused("service-disabled", "System error 1058 has occurred.");
        }
        if (service.get().state() == Service.State.HUNG) {
            return new Outcome.Refused(
                    "service-is-starting",
                    "The service is starting or stopping.  Please try again later.");
        }
        return guest.services().start(name)
                ? new Outcome.Done(
                        "The " + service.get().display() + " service was started successfully.")
                : new Outcome.Refused(
                        "service-does-not-start", "The service could not be started.");
    }

    private Outcome endHost(String name) {
        boolean runs =
                guest.services()
                        .find(name)
                        .filter(service -> service.state() != Service.State.STOPPED)
                        .isPresent();
        if (!runs) {
            return new Outcome.Done("INFO: No tasks running with the specified criteria.");
        }
        guest.services().crash(name, Duration.ZERO);
        return new Outcome.Done("SUCCESS: The process has been terminated.");
    }

    private Outcome stop(String name) {
        if (guest.services().find(name).isEmpty()) {
            return missing();
        }
        guest.services().stop(name);
        return new Outcome.Done("The service was stopped successfully.");
    }

    private static Outcome missing() {
        return new Outcome.Refused("service-missing", "The service name is invalid.");
    }
}
