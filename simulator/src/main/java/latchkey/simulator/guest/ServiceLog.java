package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;

/** What the service control manager writes into the System log. */
@Known(how = How.RECORDED, source = "7031 text and 7036 XML samples; the others inferred from them")
final class ServiceLog {
    private static final String PROVIDER = "Service Control Manager";
    private static final String ERROR = "Error";

    private final Guest guest;

    ServiceLog(Guest guest) {
        this.guest = guest;
    }

    /** 7036: it is running or stopped. */
    void entered(Service service, boolean running) {
        String state = running ? "running" : "stopped";
        write(
                7036,
                "Information",
                "The " + service.display() + " service entered the " + state + " state.",
                service.display(),
                state);
    }

    /** 7022: it neither came up nor failed. */
    void hung(Service service) {
        write(
                7022,
                ERROR,
                "The " + service.display() + " service hung on starting.",
                service.display());
    }

    /** 7000: it could not be started. */
    void notStarted(Service service, String because) {
        write(
                7000,
                ERROR,
                "The "
                        + service.display()
                        + " service failed to start due to the following error: \r\n"
                        + because,
                service.display(),
                because);
    }

    /** 7001: what it needs does not run. */
    void needMissing(Service service, String need, String because) {
        write(
                7001,
                ERROR,
                "The "
                        + service.display()
                        + " service depends on the "
                        + need
                        + " service which failed to start because of the following error: \r\n"
                        + because,
                service.display(),
                need,
                because);
    }

    /** 7031: it ended by itself and is restarted. */
    void endedAndRestarted(Service service, int times, Duration after) {
        String wait = Long.toString(after.toMillis());
        write(
                7031,
                ERROR,
                "The "
                        + service.display()
                        + " service terminated unexpectedly.  It has done this "
                        + times
                        + " time(s).  The following corrective action will be taken in "
                        + wait
                        + " milliseconds: Restart the service.",
                service.display(),
                Integer.toString(times),
                wait,
                "1",
                "Restart the service");
    }

    /** 7034: it ended by itself, and nobody restarts it. */
    void ended(Service service, int times) {
        write(
                7034,
                ERROR,
                "The "
                        + service.display()
                        + " service terminated unexpectedly.  It has done this "
                        + times
                        + " time(s).",
                service.display(),
                Integer.toString(times));
    }

    private void write(int id, String level, String message, String... values) {
        String[] data = new String[values.length * 2];
        for (int i = 0; i < values.length; i++) {
            data[2 * i] = "param" + (i + 1);
            data[2 * i + 1] = values[i];
        }
        guest.events().write(new EventLogs.Source("System", PROVIDER, id, level), message, data);
    }
}
