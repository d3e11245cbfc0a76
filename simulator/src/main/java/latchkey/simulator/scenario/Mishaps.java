package latchkey.simulator.scenario;

import latchkey.simulator.fault.Fault;
import latchkey.simulator.fault.FaultCatalog;
import latchkey.simulator.fault.Mishap;
import latchkey.simulator.fault.Site;
import latchkey.simulator.scenario.language.Parameter;
import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.scenario.language.Vocabulary;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What goes wrong by itself: the faults of the catalogue, at their times. */
final class Mishaps {
    private static final String AT = "at";

    /** Said of a fault, and not told to it. */
    private static final Set<String> OURS = Set.of(AT, "vm", "only");

    private final Stage stage;
    private final List<Mishap> begun = new ArrayList<>();

    Mishaps(Stage stage) {
        this.stage = stage;
    }

    /** Every fault with its parameters, and when it begins. */
    static Vocabulary vocabulary(Parameter vm, Parameter only) {
        Vocabulary vocabulary = new Vocabulary("fault");
        for (Fault fault : FaultCatalog.all()) {
            List<Parameter> parameters = new ArrayList<>();
            parameters.add(vm);
            parameters.add(only);
            parameters.add(Parameter.of(Parameter.Kind.DURATION, AT));
            fault.parameters().forEach(one -> parameters.add(translated(one)));
            vocabulary.word(fault.id(), parameters.toArray(Parameter[]::new));
        }
        return vocabulary;
    }

    private static Parameter translated(latchkey.simulator.fault.Parameter one) {
        Parameter parameter =
                switch (one.kind()) {
                    case latchkey.simulator.fault.Parameter.Kind.Text text ->
                            Parameter.text(one.name());
                    case latchkey.simulator.fault.Parameter.Kind.Number number ->
                            Parameter.of(Parameter.Kind.NUMBER, one.name());
                    case latchkey.simulator.fault.Parameter.Kind.Span span ->
                            Parameter.of(Parameter.Kind.TEXT, one.name());
                    case latchkey.simulator.fault.Parameter.Kind.Flag flag ->
                            Parameter.of(Parameter.Kind.FLAG, one.name());
                    case latchkey.simulator.fault.Parameter.Kind.Word word ->
                            Parameter.oneOf(one.name(), word.choices().toArray(String[]::new));
                };
        return one.otherwise().isEmpty() ? parameter.must() : parameter;
    }

    /** Lets a fault begin now, or so much later as it says. */
    void arrange(Phrase phrase) {
        Duration delay = phrase.duration(AT, Duration.ZERO);
        if (delay.isZero()) {
            begin(phrase);
        } else {
            stage.world().after(delay, "fault", () -> begin(phrase));
        }
    }

    private void begin(Phrase phrase) {
        Fault fault =
                FaultCatalog.find(phrase.word())
                        .orElseThrow(() -> new IllegalStateException("a fault was checked"));
        Map<String, String> told = new LinkedHashMap<>();
        phrase.with()
                .forEach(
                        (name, value) -> {
                            if (!OURS.contains(name)) {
                                told.put(name, plain(value));
                            }
                        });
        Site site =
                new Site(
                        stage.world(),
                        stage.vm(phrase),
                        stage.guest(phrase),
                        stage.platform().conditions());
        begun.add(fault.begin(site, told));
    }

    private static String plain(String value) {
        return switch (value) {
            case "yes" -> "true";
            case "no" -> "false";
            default -> value;
        };
    }

    /** Ids of those that are not over, in the order they began. */
    List<String> inForce() {
        return begun.stream()
                .filter(mishap -> !mishap.isOver())
                .map(mishap -> mishap.fault().id())
                .distinct()
                .toList();
    }

    /** Takes back every fault of that id. */
    void end(String id) {
        begun.stream().filter(mishap -> mishap.fault().id().equals(id)).forEach(Mishap::end);
    }
}
