package latchkey.simulator.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Something that can go wrong at any moment, and can be taken back.
 *
 * @param id in kebab case; never renamed
 * @param title a sentence without its full stop
 * @param parameters what it can be told
 * @param effect what it does
 */
public record Fault(String id, String title, List<Parameter> parameters, Effect effect) {
    /** Copies the parameters. */
    public Fault {
        parameters = List.copyOf(parameters);
    }

    static Fault of(String id, String title, Effect effect, Parameter... parameters) {
        return new Fault(id, title, List.of(parameters), effect);
    }

    /** What a fault does. */
    @FunctionalInterface
    public interface Effect {
        /**
         * Does it.
         *
         * @return what takes it back; what was lost by it meanwhile stays lost
         */
        Runnable begin(Site site, Values values);
    }

    /** Everything wrong with values somebody gave; empty when they are in order. */
    public List<String> problems(Map<String, String> given) {
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, String> entry : given.entrySet()) {
            Optional<Parameter> parameter = find(entry.getKey());
            if (parameter.isEmpty()) {
                problems.add("fault '" + id + "' has no parameter '" + entry.getKey() + "'");
            } else {
                parameter.get().problem(entry.getValue()).ifPresent(problems::add);
            }
        }
        for (Parameter parameter : parameters) {
            if (parameter.otherwise().isEmpty() && !given.containsKey(parameter.name())) {
                problems.add("fault '" + id + "' needs parameter '" + parameter.name() + "'");
            }
        }
        return problems;
    }

    private Optional<Parameter> find(String name) {
        return parameters.stream().filter(parameter -> parameter.name().equals(name)).findFirst();
    }

    /**
     * Begins it.
     *
     * @throws IllegalArgumentException when {@link #problems} has any
     */
    public Mishap begin(Site site, Map<String, String> given) {
        if (!problems(given).isEmpty()) {
            throw new IllegalArgumentException("parameters of a fault were not checked");
        }
        Values values = new Values(parameters, given);
        site.world().tell("fault/" + site.vm(), "fault-begins", "fault", id);
        return new Mishap(this, values, site, effect.begin(site, values));
    }
}
