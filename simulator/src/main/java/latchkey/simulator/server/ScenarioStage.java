package latchkey.simulator.server;

import latchkey.simulator.controlplane.ControlPlane;
import latchkey.simulator.fault.Fault;
import latchkey.simulator.fault.FaultCatalog;
import latchkey.simulator.fault.Mishap;
import latchkey.simulator.fault.Site;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.scenario.LiveStage;
import latchkey.simulator.scenario.bundle.Parcel;
import latchkey.simulator.world.World;

import tools.jackson.databind.JsonNode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A scenario's world, with the fault catalogue to change it. */
final class ScenarioStage implements Stage {
    private final LiveStage live;
    private final Map<String, Mishap> inForce = new LinkedHashMap<>();

    ScenarioStage(LiveStage live) {
        this.live = live;
    }

    @Override
    public World world() {
        return live.world();
    }

    @Override
    public ControlPlane plane() {
        return live.platform();
    }

    @Override
    public List<String> faults() {
        return List.copyOf(inForce.keySet());
    }

    @Override
    public void beginFault(String id, JsonNode parameters) throws UnknownFault {
        Fault fault =
                FaultCatalog.find(id)
                        .orElseThrow(() -> new UnknownFault("There is no fault '" + id + "'."));
        String vm = parameters.path("vm").asString(live.machines().getFirst());
        Guest guest =
                live.guest(vm).orElseThrow(() -> new UnknownFault("There is no VM '" + vm + "'."));
        Map<String, String> told = new LinkedHashMap<>();
        for (String name : parameters.propertyNames()) {
            if (!name.equals("id") && !name.equals("vm")) {
                told.put(name, parameters.get(name).asString());
            }
        }
        List<String> problems = fault.problems(told);
        if (!problems.isEmpty()) {
            throw new UnknownFault(String.join("; ", problems));
        }
        endFault(id);
        inForce.put(id, fault.begin(new Site(world(), vm, guest, plane().conditions()), told));
    }

    @Override
    public boolean endFault(String id) {
        Mishap mishap = inForce.remove(id);
        if (mishap != null) {
            mishap.end();
        }
        return mishap != null;
    }

    @Override
    public Optional<byte[]> bundle(String machine) throws IOException {
        Optional<Parcel> parcel = live.collect(machine);
        if (parcel.isEmpty()) {
            return Optional.empty();
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        parcel.get().zipTo(zip);
        return Optional.of(zip.toByteArray());
    }
}
