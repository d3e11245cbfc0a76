package latchkey.simulator.scenario;

import latchkey.simulator.agent.Datacenter;
import latchkey.simulator.controlplane.ControlPlane;
import latchkey.simulator.controlplane.PlatformOptions;
import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.scenario.language.Setting;
import latchkey.simulator.wire.MachineRoom;
import latchkey.simulator.wire.MachineSpec;
import latchkey.simulator.world.Limits;
import latchkey.simulator.world.Seed;
import latchkey.simulator.world.World;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Sets a stage: the world, the platform, the machines of the setting, quiet and ready. */
final class Builder {
    /** More than any story needs, and little enough to notice one that runs in circles. */
    static final Limits LIMITS = new Limits(40_000_000, Duration.ofDays(400));

    private static final Instant STARTS = Instant.parse("2024-04-17T06:00:00Z");

    private static final Map<String, String> HEADERS =
            Map.of("2016", "A0", "2018", "A", "2021", "B", "2024", "C");

    private static final Map<String, String> LANGUAGES =
            Map.of("de", "de-DE", "fr", "fr-FR", "es", "es-ES", "ja", "ja-JP");

    private final Order order;
    private final Setting setting;
    private final Map<String, Map<String, String>> traits = new LinkedHashMap<>();

    private final UnaryOperator<PlatformOptions> knobs;

    private final Limits limits;

    private Builder(Order order, UnaryOperator<PlatformOptions> knobs, Limits limits) {
        this.order = order;
        this.knobs = knobs;
        this.limits = limits;
        this.setting = order.scenario().setting();
    }

    static Stage build(Order order, Limits limits) {
        return new Builder(order, UnaryOperator.identity(), limits).stage();
    }

    static Stage build(Order order, UnaryOperator<PlatformOptions> knobs) {
        return new Builder(order, knobs, LIMITS).stage();
    }

    private Stage stage() {
        setting.machines().forEach(one -> traits.put(one.name(), traits(one.traits())));
        Instant start = setting.place().instant("starts", STARTS);
        World world = new World(new Seed(order.seed()), start, limits);
        Datacenter datacenter = new Datacenter(world);
        MachineRoom room = (spec, cloud) -> datacenter.place(withTraits(spec), cloud);
        ControlPlane platform = new ControlPlane(world, room, knobs.apply(options()));
        Stage stage = new Stage(world, platform, datacenter, order);
        for (Setting.MachineSetting machine : setting.machines()) {
            new Furnisher(stage, machine).furnish();
        }
        return stage;
    }

    private PlatformOptions options() {
        PlatformOptions options = PlatformOptions.ordinary().with("pollStep", "PT0S");
        if (setting.place().text("cloud", "azure").equals("azure-stack")) {
            options = options.with("catalogue", "hub");
        }
        for (String knob : setting.place().list("knobs")) {
            int equals = knob.indexOf('=');
            options = options.with(knob.substring(0, equals), knob.substring(equals + 1));
        }
        return options;
    }

    private Map<String, String> traits(Phrase machine) {
        Map<String, String> all = new LinkedHashMap<>();
        for (String name : new String[] {"release", "role", "language", "domain"}) {
            machine.ifSaid(name, value -> all.put(name, value));
        }
        if (machine.flag("core", false)) {
            all.put("core", "true");
        }
        List<String> said = new ArrayList<>(machine.list("traits"));
        if (!order.faultOff()) {
            said.addAll(machine.list("fault-traits"));
        }
        for (String trait : said) {
            int equals = trait.indexOf('=');
            all.put(trait.substring(0, equals), trait.substring(equals + 1));
        }
        order.variant()
                .on(Axis.LANGUAGE)
                .ifPresent(word -> all.put("language", LANGUAGES.getOrDefault(word, "en-US")));
        order.variant()
                .on(Axis.AGENT)
                .ifPresent(word -> all.put("agent.headers", HEADERS.getOrDefault(word, "C")));
        return all;
    }

    /** What the story says of a machine is told to its host, as an image would bring it. */
    private MachineSpec withTraits(MachineSpec spec) {
        Map<String, String> all = new LinkedHashMap<>(spec.traits());
        all.putAll(traits.getOrDefault(spec.name(), Map.of()));
        return new MachineSpec(
                spec.name(),
                spec.vmId(),
                spec.location(),
                spec.generation(),
                spec.architecture(),
                spec.admin(),
                spec.image(),
                all);
    }
}
