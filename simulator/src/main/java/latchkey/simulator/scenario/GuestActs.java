package latchkey.simulator.scenario;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.scenario.client.VmAssist;
import latchkey.simulator.scenario.language.Parameter;
import latchkey.simulator.scenario.language.Phrase;

/** What somebody does inside the guest: at the serial console, the screen, or by a script. */
final class GuestActs {
    private GuestActs() {}

    static void enrol(Repertoire<Act> acts) {
        acts.add("run-vm-assist", GuestActs::assist);
        acts.add(
                "end-fault",
                (stage, step) -> stage.mishaps().end(step.text("fault")),
                Parameter.text("fault").must());
        acts.add(
                "entra-person",
                (stage, step) ->
                        stage.guest(step).entra().plant(step.text("user"), step.text("password")),
                Parameter.text("user").must(),
                Parameter.text("password").must());
    }

    /** It can be run only where somebody can still run something. */
    private static void assist(Stage stage, Phrase step) {
        Guest guest = stage.guest(step);
        if (guest.isUp() && !guest.isHung()) {
            stage.people().see(VmAssist.run(guest, stage.world().now()));
        }
    }
}
