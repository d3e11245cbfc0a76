package latchkey.simulator.guest.chore;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Service;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Locale;
import java.util.Optional;

/** Chores with the registry. A service's Start value is the service's start type itself. */
@Known(how = How.SPECIFIED, source = "services in the registry: the Start value")
final class RegistryWork {
    private static final String SERVICES =
            "hkey_local_machine\\system\\currentcontrolset\\services\\";

    private final Guest guest;

    RegistryWork(Guest guest) {
        this.guest = guest;
    }

    Outcome perform(RegistryChore chore) {
        return switch (chore) {
            case RegistryChore.SetNumber set -> setNumber(set);
            case RegistryChore.SetText set -> {
                guest.registry().set(full(set.key()), set.name(), set.value());
                yield done();
            }
            case RegistryChore.RemoveValue remove -> {
                guest.registry().remove(full(remove.key()), remove.name());
                yield done();
            }
        };
    }

    private Outcome setNumber(RegistryChore.SetNumber set) {
        String key = full(set.key());
        Optional<Service> service = serviceOf(key);
        if (service.isPresent() && set.name().equalsIgnoreCase("Start")) {
            for (Service.Start start : Service.Start.values()) {
                if (start.number() == set.value()) {
                    service.get().setStart(start);
                }
            }
        } else {
            guest.registry().set(key, set.name(), set.value());
        }
        return done();
    }

    private Optional<Service> serviceOf(String key) {
        String folded = key.toLowerCase(Locale.ROOT);
        return folded.startsWith(SERVICES)
                ? guest.services().find(folded.substring(SERVICES.length()))
                : Optional.empty();
    }

    /** People write HKLM, with or without PowerShell's colon; the registry does not. */
    static String full(String key) {
        if (key.startsWith("HKLM:\\")) {
            return "HKEY_LOCAL_MACHINE\\" + key.substring("HKLM:\\".length());
        }
        return key.startsWith("HKLM\\")
                ? "HKEY_LOCAL_MACHINE\\" + key.substring("HKLM\\".length())
                : key;
    }

    private static Outcome done() {
        return new Outcome.Done("The operation completed successfully.");
    }
}
