package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The service control manager. Names ignore letter case. */
public final class Services {
    @Known(how = How.SPECIFIED, source = "text of error 1058, ERROR_SERVICE_DISABLED")
    private static final String DISABLED =
            "The service cannot be started, either because it is disabled or because it has no"
                    + " enabled devices associated with it.";

    @Known(how = How.SPECIFIED, source = "Windows Firewall depends on the Base Filtering Engine")
    private static final Map<String, String> NEEDS = Map.of("MpsSvc", "BFE");

    private final World world;
    private final Guest guest;
    private final Map<String, Service> services = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, ServiceProgram> programs =
            new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final Map<String, Integer> crashes = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final ServiceLog log;

    Services(World world, Guest guest) {
        this.world = world;
        this.guest = guest;
        this.log = new ServiceLog(guest);
    }

    /** Registers a service; one of that name is replaced. */
    public Service add(String name, String display, String program, Service.Start start) {
        Service service = new Service(name, display, program, start);
        services.put(name, service);
        return service;
    }

    /** Says what runs inside a service of that name, now and whenever it is started. */
    public void host(String name, ServiceProgram program) {
        programs.put(name, program);
    }

    /** The service of that name. */
    public Optional<Service> find(String name) {
        return Optional.ofNullable(services.get(name));
    }

    /** Whether it exists and answers. */
    public boolean isRunning(String name) {
        Service service = services.get(name);
        return service != null && service.isRunning();
    }

    /** All, in order of their names. */
    public Collection<Service> all() {
        return Collections.unmodifiableCollection(services.values());
    }

    /** Removes a service from the registry of services. */
    public void remove(String name) {
        Service service = services.remove(name);
        if (service != null) {
            tell(name, "service-removed");
            end(service);
        }
    }

    /**
     * Starts it.
     *
     * @return whether it runs and answers afterwards; a missing, disabled or hanging one does not
     */
    public boolean start(String name) {
        Service service = services.get(name);
        if (service == null) {
            return false;
        }
        if (service.start() == Service.Start.DISABLED) {
            log.notStarted(service, DISABLED);
            return false;
        }
        if (service.state() == Service.State.RUNNING) {
            return true;
        }
        String need = NEEDS.getOrDefault(service.name(), "");
        if (!need.isEmpty() && !start(need)) {
            tellMissing(service, need);
            return false;
        }
        rise(service);
        tell(name, service.isRunning() ? "service-started" : "service-hung");
        begin(service);
        return service.isRunning();
    }

    /** Stops it; one that does not run stays as it is. */
    public void stop(String name) {
        Service service = services.get(name);
        if (service != null && service.state() != Service.State.STOPPED) {
            NEEDS.forEach((other, need) -> stopWith(service, need, other));
            tell(name, "service-stopped");
            end(service);
            log.entered(service, false);
        }
    }

    /**
     * Its process ends by itself; who restarts it afterwards is the caller's affair.
     *
     * @param restartAfter what the log announces; zero when nobody restarts it
     */
    public void crash(String name, Duration restartAfter) {
        Service service = services.get(name);
        if (service == null || service.state() == Service.State.STOPPED) {
            return;
        }
        int times = crashes.merge(name, 1, Integer::sum);
        tell(name, "service-crashed");
        end(service);
        if (restartAfter.isZero()) {
            log.ended(service, times);
        } else {
            log.endedAndRestarted(service, times, restartAfter);
        }
    }

    /** All end with the operating system. */
    void endAll() {
        services.values().forEach(this::end);
    }

    /** Those that start by themselves do, quietly. */
    void startAutomatic() {
        for (Service service : services.values()) {
            if (service.start() == Service.Start.AUTOMATIC) {
                riseAtBoot(service);
            }
        }
        services.values().forEach(this::begin);
    }

    private void stopWith(Service stopping, String need, String other) {
        if (stopping.name().equals(need)) {
            stop(other);
        }
    }

    /** What it needs comes before it in the order of names. */
    private void riseAtBoot(Service service) {
        String need = NEEDS.getOrDefault(service.name(), "");
        if (need.isEmpty() || isRunning(need)) {
            rise(service);
        } else {
            tellMissing(service, need);
        }
    }

    private void tellMissing(Service service, String need) {
        find(need).ifPresent(missing -> log.needMissing(service, missing, DISABLED));
    }

    private void rise(Service service) {
        service.setState(service.hangsAtThisStart() ? Service.State.HUNG : Service.State.RUNNING);
        if (service.isRunning()) {
            log.entered(service, true);
        } else {
            log.hung(service);
        }
    }

    private void begin(Service service) {
        ServiceProgram program = programs.get(service.name());
        if (service.isRunning() && program != null) {
            program.started();
        }
    }

    private void end(Service service) {
        boolean ran = service.isRunning();
        service.setState(Service.State.STOPPED);
        ServiceProgram program = programs.get(service.name());
        if (ran && program != null) {
            program.ended();
        }
    }

    private void tell(String name, String what) {
        world.tell("services/" + guest.computer(), what, "service", name);
    }
}
