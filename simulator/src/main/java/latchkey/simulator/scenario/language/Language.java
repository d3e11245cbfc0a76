package latchkey.simulator.scenario.language;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * All words that a scenario file may use.
 *
 * @param steps what people and clients do
 * @param faults what goes wrong by itself
 * @param claims what may be true at the end
 * @param place keys of the world
 * @param machine keys of a VM, beside its accounts and policy
 * @param account keys of an account
 * @param policy keys of password rules
 */
public record Language(
        Vocabulary steps,
        Vocabulary faults,
        Vocabulary claims,
        Map<String, Parameter> place,
        Map<String, Parameter> machine,
        Map<String, Parameter> account,
        Map<String, Parameter> policy) {

    /** Parameters by their names, in order. */
    public static Map<String, Parameter> keys(Parameter... parameters) {
        Map<String, Parameter> named = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            named.put(parameter.name(), parameter);
        }
        return Collections.unmodifiableMap(named);
    }
}
