package latchkey.simulator.controlplane;

import latchkey.simulator.controlplane.PlatformOptions.Catalogue;
import latchkey.simulator.controlplane.PlatformOptions.Rules;
import latchkey.simulator.controlplane.PlatformOptions.SamePut;
import latchkey.simulator.controlplane.PlatformOptions.Texts;
import latchkey.simulator.controlplane.PlatformOptions.Timing;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/** The platform's knobs by the names of the specification's index. */
final class Knobs {
    private static final Map<String, BiFunction<PlatformOptions, String, PlatformOptions>> ALL =
            new TreeMap<>(
                    Map.ofEntries(
                            Map.entry("retryAfterSeconds", Knobs::retryAfter),
                            Map.entry("agentTimeout", (o, v) -> limit(o, 0, v)),
                            Map.entry("extTimeout", (o, v) -> limit(o, 1, v)),
                            Map.entry("scriptTimeout", (o, v) -> limit(o, 2, v)),
                            Map.entry("osProvisioningTimeout", (o, v) -> limit(o, 3, v)),
                            Map.entry("startTimeout", (o, v) -> limit(o, 4, v)),
                            Map.entry("pollStep", (o, v) -> limit(o, 5, v)),
                            Map.entry("statusStaleAfter", (o, v) -> limit(o, 6, v)),
                            Map.entry("catalogue", Knobs::catalogue),
                            Map.entry("requireExactMinor", Knobs::exactMinor),
                            Map.entry("errorTextGeneration", Knobs::texts),
                            Map.entry("failedExtensionBlocks", Knobs::failedBlocks),
                            Map.entry("samePutRuns", Knobs::samePut)));

    private Knobs() {}

    static PlatformOptions turn(PlatformOptions options, String knob, String value) {
        BiFunction<PlatformOptions, String, PlatformOptions> turning = ALL.get(knob);
        if (turning == null) {
            throw new IllegalArgumentException("no such knob; there are " + ALL.keySet());
        }
        try {
            return turning.apply(options, value.strip());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("a duration is written as PT25M", e);
        }
    }

    private static PlatformOptions retryAfter(PlatformOptions options, String value) {
        Optional<Duration> wait =
                value.equalsIgnoreCase("absent")
                        ? Optional.empty()
                        : Optional.of(Duration.ofSeconds(Long.parseLong(value)));
        Timing t = options.timing();
        return options.with(
                new Timing(
                        wait,
                        t.agent(),
                        t.extension(),
                        t.script(),
                        t.provisioning(),
                        t.start(),
                        t.pollStep(),
                        t.stale()));
    }

    private static PlatformOptions limit(PlatformOptions options, int which, String value) {
        Timing t = options.timing();
        Duration[] limits = {
            t.agent(),
            t.extension(),
            t.script(),
            t.provisioning(),
            t.start(),
            t.pollStep(),
            t.stale()
        };
        limits[which] = Duration.parse(value);
        return options.with(
                new Timing(
                        t.retryAfter(),
                        limits[0],
                        limits[1],
                        limits[2],
                        limits[3],
                        limits[4],
                        limits[5],
                        limits[6]));
    }

    private static PlatformOptions catalogue(PlatformOptions options, String value) {
        Rules r = options.rules();
        return options.with(
                new Rules(
                        Catalogue.valueOf(word(value)),
                        r.exactMinor(),
                        r.texts(),
                        r.failedBlocks(),
                        r.samePut()));
    }

    private static PlatformOptions exactMinor(PlatformOptions options, String value) {
        Rules r = options.rules();
        return options.with(
                new Rules(
                        r.catalogue(),
                        Boolean.parseBoolean(value),
                        r.texts(),
                        r.failedBlocks(),
                        r.samePut()));
    }

    private static PlatformOptions texts(PlatformOptions options, String value) {
        Rules r = options.rules();
        return options.with(
                new Rules(
                        r.catalogue(),
                        r.exactMinor(),
                        Texts.valueOf(word(value)),
                        r.failedBlocks(),
                        r.samePut()));
    }

    private static PlatformOptions failedBlocks(PlatformOptions options, String value) {
        Rules r = options.rules();
        return options.with(
                new Rules(
                        r.catalogue(),
                        r.exactMinor(),
                        r.texts(),
                        Boolean.parseBoolean(value),
                        r.samePut()));
    }

    private static PlatformOptions samePut(PlatformOptions options, String value) {
        Rules r = options.rules();
        return options.with(
                new Rules(
                        r.catalogue(),
                        r.exactMinor(),
                        r.texts(),
                        r.failedBlocks(),
                        SamePut.valueOf(word(value))));
    }

    private static String word(String value) {
        return value.replace('-', '_').toUpperCase(Locale.ROOT);
    }
}
