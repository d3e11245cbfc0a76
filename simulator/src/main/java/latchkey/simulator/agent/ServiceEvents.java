package latchkey.simulator.agent;

import latchkey.simulator.guest.EventLogs;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** What Windows writes of the agent's services. */
final class ServiceEvents {
    private ServiceEvents() {}

    @Known(how = How.RECORDED, source = "event 7031 of a service that ended unexpectedly")
    static void terminated(Guest guest, int times) {
        String display = "Windows Azure Guest Agent";
        guest.events()
                .write(
                        new EventLogs.Source("System", "Service Control Manager", 7031, "Error"),
                        "The "
                                + display
                                + " service terminated unexpectedly.  It has done this "
                                + times
                                + " time(s).  The following corrective action will be taken in"
                                + " 15000 milliseconds: Restart the service.",
                        "param1",
                        display,
                        "param2",
                        Integer.toString(times),
                        "param3",
                        "15000",
                        "param4",
                        "1",
                        "param5",
                        "Restart the service");
    }
}
