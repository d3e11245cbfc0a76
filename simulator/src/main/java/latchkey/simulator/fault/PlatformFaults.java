package latchkey.simulator.fault;

import latchkey.simulator.wire.PlatformConditions;
import latchkey.simulator.wire.PlatformConditions.Trouble;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What is wrong on the platform's side: one fault for each of its troubles. */
@Known(how = How.ASSUMED, source = "error catalogue section 3: codes are reported, places assumed")
final class PlatformFaults {
    private static final Parameter MACHINE =
            Parameter.word("machines", "whom it hits", "this", "all");

    static final List<Fault> ALL = Arrays.stream(Trouble.values()).map(PlatformFaults::of).toList();

    private PlatformFaults() {}

    private static Fault of(Trouble trouble) {
        String id = "platform-" + trouble.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String words = trouble.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return Fault.of(
                id,
                "On the platform's side: " + words,
                (site, values) -> {
                    boolean everybody = values.text("machines").equals("all");
                    String whom = everybody ? PlatformConditions.ALL : site.vm();
                    site.platform().begin(trouble, whom);
                    return () -> site.platform().end(trouble, whom);
                },
                MACHINE);
    }
}
