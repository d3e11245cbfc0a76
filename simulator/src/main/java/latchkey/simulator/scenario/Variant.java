package latchkey.simulator.scenario;

import latchkey.simulator.scenario.bundle.Layout;
import latchkey.simulator.scenario.language.Nearest;
import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.scenario.language.Scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A choice on some axes; on the others the story stays as it is written.
 *
 * @param choices one word for each axis chosen
 */
public record Variant(Map<Axis, String> choices) {
    /** As written. */
    public static final Variant PLAIN = new Variant(Map.of());

    /** Copies the choices in the order of the axes. */
    public Variant {
        Map<Axis, String> sorted = new EnumMap<>(Axis.class);
        sorted.putAll(choices);
        choices = Collections.unmodifiableMap(sorted);
    }

    /**
     * Reads words joined by plus signs; nothing stands for the story as it is written.
     *
     * @throws UnknownVariant with all words that do not do
     */
    public static Variant of(String words) throws UnknownVariant {
        Map<Axis, String> choices = new EnumMap<>(Axis.class);
        List<String> objections = new ArrayList<>();
        for (String word : words.split("\\+", -1)) {
            if (word.isBlank()) {
                continue;
            }
            Optional<Axis> axis = axisOf(word.strip());
            if (axis.isEmpty()) {
                objections.add("There is no variant '" + word + "'" + Nearest.hint(word, all()));
            } else if (choices.putIfAbsent(axis.get(), word.strip()) != null) {
                objections.add("'" + word + "' and another word are of one kind");
            }
        }
        if (!objections.isEmpty()) {
            throw new UnknownVariant(String.join("\n", objections));
        }
        return new Variant(choices);
    }

    /** All words of all axes. */
    public static List<String> all() {
        List<String> words = new ArrayList<>();
        for (Axis axis : Axis.values()) {
            words.addAll(axis.words());
        }
        return words;
    }

    /** The words a scenario can be played with, so that it stays the same story. */
    public static List<String> offered(Scenario scenario) {
        List<String> words = all();
        words.removeAll(scenario.never());
        Phrase machine = scenario.setting().machines().getFirst().traits();
        boolean works = machine.flag("waits-for-agent", true);
        boolean controls = machine.text("role", "").contains("controller");
        boolean bare =
                Stream.concat(scenario.then().stream(), scenario.otherwise().stream())
                        .anyMatch(claim -> !claim.flag("exists", true));
        if (!works) {
            words.remove("neighbours");
        }
        // An earlier reset leaves the handler on the disk; then nothing is downloaded any more.
        boolean downloads = machine.flag("handler-is-new", false);
        if (!works || controls || bare || downloads) {
            words.remove("stale");
        }
        boolean told =
                scenario.then().stream().anyMatch(claim -> claim.word().matches("answered|saw"));
        if (!told) {
            words.remove("paste");
        }
        boolean asks =
                scenario.script().stream().anyMatch(step -> step.word().startsWith("reset-"));
        if (!asks) {
            words.removeAll(Axis.CLIENT.words());
        }
        return words;
    }

    private static Optional<Axis> axisOf(String word) {
        for (Axis axis : Axis.values()) {
            if (axis.words().contains(word)) {
                return Optional.of(axis);
            }
        }
        return Optional.empty();
    }

    /** The word chosen on an axis. */
    public Optional<String> on(Axis axis) {
        return Optional.ofNullable(choices.get(axis));
    }

    /** Whether that word was chosen. */
    public boolean has(String word) {
        return choices.containsValue(word);
    }

    /** The layout of the bundle. */
    public Layout layout() {
        return on(Axis.LAYOUT)
                .map(word -> Layout.valueOf(word.replace('-', '_').toUpperCase(Locale.ROOT)))
                .orElse(Layout.TREE);
    }

    /** The words joined by plus signs. */
    @Override
    public String toString() {
        return String.join("+", choices.values());
    }
}
