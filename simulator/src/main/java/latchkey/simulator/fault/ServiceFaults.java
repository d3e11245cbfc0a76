package latchkey.simulator.fault;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Service;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;
import java.util.Optional;

/** Services that do not run. */
final class ServiceFaults {
    private static final Parameter SERVICE =
            Parameter.text("service", "", "the service's key name, such as MpsSvc");

    @Known(how = How.SPECIFIED, source = "reset-rdp and windows-azure-guest-agent: services")
    static final Fault STOPPED =
            Fault.of(
                    "service-stopped",
                    "A service was stopped",
                    (site, values) -> {
                        String name = values.text("service");
                        site.guest().services().stop(name);
                        return () -> startAgain(site.guest(), name);
                    },
                    SERVICE);

    @Known(how = How.SPECIFIED, source = "extensions/troubleshoot: MpsSvc disabled")
    static final Fault DISABLED =
            Fault.of(
                    "service-disabled",
                    "A service was stopped and disabled",
                    (site, values) -> disable(site.guest(), values.text("service")),
                    SERVICE);

    @Known(how = How.SPECIFIED, source = "vmassist findings: service is not installed")
    static final Fault MISSING =
            Fault.of(
                    "service-missing",
                    "A service is not installed any more",
                    (site, values) -> remove(site.guest(), values.text("service")),
                    SERVICE);

    @Known(how = How.SPECIFIED, source = "event 7022: hung on starting")
    static final Fault HANGS =
            Fault.of(
                    "service-hangs-on-start",
                    "A service hangs when it is started",
                    (site, values) ->
                            hang(
                                    site.guest(),
                                    values.text("service"),
                                    (int) values.number("starts")),
                    SERVICE,
                    Parameter.number("starts", "0", "how many starts hang; 0 all of them"));

    @Known(how = How.SPECIFIED, source = "vmassist finding: ImagePath registry value is incorrect")
    static final Fault WRONG_PROGRAM =
            Fault.of(
                    "service-program-wrong",
                    "A service points to a program that is not there",
                    (site, values) -> misdirect(site.guest(), values.text("service")),
                    SERVICE);

    @Known(how = How.SPECIFIED, source = "extensions/troubleshoot: 0x800706D9, firewall service")
    static final Fault FIREWALL_OFF =
            Fault.of(
                    "firewall-service-off",
                    "The Windows Firewall service is stopped and disabled",
                    (site, values) -> disable(site.guest(), "MpsSvc"));

    @Known(how = How.SPECIFIED, source = "windows-azure-guest-agent: -2147023143, KeyIso")
    static final Fault KEY_ISOLATION_OFF =
            Fault.of(
                    "key-isolation-off",
                    "The CNG Key Isolation service does not run",
                    (site, values) -> disable(site.guest(), "KeyIso"));

    static final List<Fault> ALL =
            List.of(
                    STOPPED,
                    DISABLED,
                    MISSING,
                    HANGS,
                    WRONG_PROGRAM,
                    FIREWALL_OFF,
                    KEY_ISOLATION_OFF);

    private ServiceFaults() {}

    static Runnable disable(Guest guest, String name) {
        Optional<Service> service = guest.services().find(name);
        Service.Start former = service.map(Service::start).orElse(Service.Start.AUTOMATIC);
        service.ifPresent(found -> found.setStart(Service.Start.DISABLED));
        guest.services().stop(name);
        return () -> {
            guest.services().find(name).ifPresent(found -> found.setStart(former));
            startAgain(guest, name);
        };
    }

    private static Runnable remove(Guest guest, String name) {
        Optional<Service> service = guest.services().find(name);
        guest.services().remove(name);
        return () -> {
            if (guest.services().find(name).isEmpty()) {
                service.ifPresent(
                        old ->
                                guest.services()
                                        .add(name, old.display(), old.program(), old.start()));
                startAgain(guest, name);
            }
        };
    }

    private static Runnable hang(Guest guest, String name, int starts) {
        int times = starts == 0 ? Integer.MAX_VALUE : starts;
        guest.services().find(name).ifPresent(service -> service.setHangingStarts(times));
        guest.services().stop(name);
        startAgain(guest, name);
        return () -> {
            guest.services().find(name).ifPresent(service -> service.setRefusesToStart(false));
            guest.services().stop(name);
            startAgain(guest, name);
        };
    }

    private static Runnable misdirect(Guest guest, String name) {
        Optional<Service> service = guest.services().find(name);
        String former = service.map(Service::program).orElse("");
        service.ifPresent(
                found -> found.setProgram("C:\\WindowsAzure\\Packages_old\\" + name + ".exe"));
        guest.services().stop(name);
        startAgain(guest, name);
        return () -> {
            guest.services().find(name).ifPresent(found -> found.setProgram(former));
            guest.services().stop(name);
            startAgain(guest, name);
        };
    }

    static void startAgain(Guest guest, String name) {
        if (guest.isUp()) {
            guest.services().start(name);
        }
    }
}
