package latchkey.simulator.guest.chore;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The ready-made scripts of Run Command. */
@Known(how = How.SPECIFIED, source = "Run Command for Windows: list of commands")
public final class ReadyMade {
    private static final Map<String, List<Chore>> SCRIPTS =
            Map.of(
                    "disablenla",
                    List.of(new SystemChore.SetNetworkLevelAuthentication(false)),
                    "resetrdpcert",
                    List.of(new SystemChore.RenewListenerCertificate()),
                    "rdpsettings",
                    List.of(
                            new RegistryChore.SetNumber(
                                    Guest.TERMINAL_SERVER, "fDenyTSConnections", 0)));

    private ReadyMade() {}

    /** What the script of that id does. */
    public static Reading find(String id, Guest guest) {
        String folded = id.toLowerCase(Locale.ROOT);
        if (folded.equals("enableadminaccount")) {
            String name = guest.accounts().builtInAdministrator().name();
            return Reading.of(new AccountChore.Activate(name));
        }
        List<Chore> chores = SCRIPTS.get(folded);
        if (chores != null) {
            return new Reading.Does(chores);
        }
        return folded.equals("ipconfig") ? new Reading.Looks() : new Reading.Unknown(id);
    }
}
