package latchkey.simulator.cli;

import latchkey.simulator.scenario.Library;
import latchkey.simulator.scenario.Order;
import latchkey.simulator.scenario.Performance;
import latchkey.simulator.scenario.Player;
import latchkey.simulator.scenario.UnknownScenario;
import latchkey.simulator.scenario.UnknownVariant;
import latchkey.simulator.scenario.Variant;
import latchkey.simulator.scenario.Words;
import latchkey.simulator.scenario.language.MalformedScenario;
import latchkey.simulator.scenario.language.Scenario;
import latchkey.simulator.scenario.language.ScenarioFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** Plays one scenario and hands over what is left of the machine. */
@Command(name = "run", header = "Play a scenario; what is left of the machine is the bundle.")
final class RunCommand implements Callable<Integer> {
    @Spec private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Parameters(
            index = "0",
            paramLabel = "SCENARIO",
            description = "A scenario's id, or a scenario file of your own (.yaml).")
    private String scenario = "";

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "The number all chance comes from (1).")
    private long seed;

    @Option(
            names = "--variant",
            paramLabel = "V",
            defaultValue = "",
            description = "One or more variants joined by +, such as de+utf16+disk-inspect.")
    private String variant = "";

    @Option(
            names = "--size",
            paramLabel = "BYTES",
            defaultValue = "0",
            description = "Make the agent's log about that large; K, M and G are understood.")
    private String size = "0";

    @Option(names = "--fault-off", description = "Play it without what goes wrong.")
    private boolean faultOff;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Folder for the bundle, empty or new; a name in .zip makes an archive.")
    private @Nullable Path out;

    @Option(
            names = "--truth",
            paramLabel = "FILE",
            description = "Write the world's own account of what happened.")
    private @Nullable Path truth;

    RunCommand() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws IOException {
        Console console = Console.of(spec);
        Path target = out;
        Optional<Long> bytes = bytes(size);
        if (target == null || bytes.isEmpty()) {
            return console.refuse("'" + size + "' is no size: say 5000000, 200M or 2G.");
        }
        if (isTaken(target)) {
            return console.refuse("'" + target + "' is not empty: a bundle needs its own place.");
        }
        try {
            Order order = new Order(find(), seed, Variant.of(variant), bytes.get(), faultOff);
            return perform(Player.play(order), target, console);
        } catch (UnknownScenario | UnknownVariant | MalformedScenario e) {
            return console.refuse(String.valueOf(e.getMessage()));
        }
    }

    private Scenario find() throws UnknownScenario, MalformedScenario, IOException {
        if (scenario.endsWith(".yaml")) {
            Path file = Path.of(scenario);
            return ScenarioFile.read(scenario, Files.readString(file), Words.language());
        }
        return Library.ofProgram(Words.language()).find(scenario);
    }

    private int perform(Performance performance, Path target, Console console) throws IOException {
        if (target.toString().endsWith(".zip")) {
            try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(target))) {
                performance.parcel().zipTo(stream);
            }
        } else {
            performance.parcel().writeTo(target);
        }
        if (truth != null) {
            Files.writeString(truth, performance.truth());
        }
        if (performance.disappointments().isEmpty()) {
            return Console.DONE;
        }
        performance.disappointments().forEach(console::say);
        console.say(performance.replay());
        return Console.OTHERWISE;
    }

    private static boolean isTaken(Path target) throws IOException {
        if (!Files.isDirectory(target)) {
            return Files.exists(target);
        }
        try (Stream<Path> inside = Files.list(target)) {
            return inside.findAny().isPresent();
        }
    }

    private static Optional<Long> bytes(String text) {
        String folded = text.toUpperCase(Locale.ROOT).replaceAll("I?B$", "");
        if (!folded.matches("[0-9]{1,12}[KMG]?")) {
            return Optional.empty();
        }
        int end = folded.length() - 1;
        int shift =
                switch (folded.charAt(end)) {
                    case 'K' -> 10;
                    case 'M' -> 20;
                    case 'G' -> 30;
                    default -> 0;
                };
        String digits = shift == 0 ? folded : folded.substring(0, end);
        return Optional.of(Long.parseLong(digits) << shift);
    }
}
