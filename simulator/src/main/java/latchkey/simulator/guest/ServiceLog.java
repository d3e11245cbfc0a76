package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;
import java.util.List;

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
        String state = EventTexts.state(running, guest.spec().tongue());
        write(7036, "Information", display(service), state);
    }

    /** 7022: it neither came up nor failed. */
    void hung(Service service) {
        write(7022, ERROR, display(service));
    }

    /** 7000: it could not be started. */
    void notStarted(Service service, String because) {
        write(7000, ERROR, display(service), because);
    }

    /** 7001: what it needs does not run. */
    void needMissing(Service service, Service need, String because) {
        write(7001, ERROR, display(service), display(need), because);
    }

    /** 7031: it ended by itself and is restarted. */
    void endedAndRestarted(Service service, int times, Duration after) {
        write(
                7031,
                ERROR,
                display(service),
                Integer.toString(times),
                Long.toString(after.toMillis()),
                "1",
                EventTexts.restart(guest.spec().tongue()));
    }

    /** 7034: it ended by itself, and nobody restarts it. */
    void ended(Service service, int times) {
        write(7034, ERROR, display(service), Integer.toString(times));
    }

    private String display(Service service) {
        return ServiceNames.of(service, guest.spec().tongue());
    }

    private void write(int id, String level, String... values) {
        String[] data = new String[values.length * 2];
        for (int i = 0; i < values.length; i++) {
            data[2 * i] = "param" + (i + 1);
            data[2 * i + 1] = values[i];
        }
        String text = EventTexts.ofServices(id, guest.spec().tongue(), List.of(values));
        guest.events().write(new EventLogs.Source("System", PROVIDER, id, level), text, data);
    }
}
