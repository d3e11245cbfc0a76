package latchkey.web.play;

import latchkey.analyzer.report.Triage;
import latchkey.rules.catalog.RefusedPackException;
import latchkey.rules.rule.Pack;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What can be named as the answer to a case: a cause of the vocabulary, or an outcome without one.
 *
 * @param causes by area, each by its id
 * @param outcomes that name no cause, each by its id
 * @param rules ids of the rules that find a cause, by the cause
 */
public record Choices(
        Map<String, Map<String, String>> causes,
        Map<String, String> outcomes,
        Map<String, Set<String>> rules) {

    /** There is no such console in this build. */
    private static final String ABSENT = "eva";

    private static final Map<String, String> AREAS =
            Map.of(
                    "vmaccess", "VMAccess",
                    "platform", "Azure platform",
                    "agent", "Guest agent",
                    "os", "Windows",
                    "network", "Network",
                    "identity", "Accounts and sign-in",
                    "rdp", "Remote Desktop");

    private static Map<String, String> withoutCause() {
        Map<String, String> outcomes = new LinkedHashMap<>();
        outcomes.put("healthy", "Nothing is wrong");
        outcomes.put("resolved", "It failed, and a later attempt succeeded");
        outcomes.put("unknown-failure", "It fails, for a reason that no rule knows");
        outcomes.put("insufficient-evidence", "The files cannot tell");
        outcomes.put("out-of-scope", "It is somebody else's failure");
        return outcomes;
    }

    /** Those of the program's own rules. */
    public static Choices ofProgram() throws IOException {
        try {
            return of(Triage.with(List.of()).pack());
        } catch (RefusedPackException e) {
            throw new IOException("the rules of the program cannot be read", e);
        }
    }

    private static Choices of(Pack pack) {
        Map<String, Map<String, String>> causes = new LinkedHashMap<>();
        pack.causes().values().stream()
                .filter(cause -> !cause.area().equals(ABSENT))
                .forEach(
                        cause ->
                                causes.computeIfAbsent(cause.area(), area -> new LinkedHashMap<>())
                                        .put(cause.id(), cause.title()));
        Map<String, Set<String>> rules = new LinkedHashMap<>();
        pack.rules()
                .values()
                .forEach(
                        rule -> {
                            if (rule.cause() != null) {
                                rules.computeIfAbsent(rule.cause(), cause -> new TreeSet<>())
                                        .add(rule.id().toString());
                            }
                        });
        return new Choices(causes, withoutCause(), rules);
    }

    /** The title of a cause or outcome; its id where nobody knows it any more. */
    public String title(String id) {
        return causes.values().stream()
                .filter(area -> area.containsKey(id))
                .map(area -> String.valueOf(area.get(id)))
                .findFirst()
                .orElse(outcomes.getOrDefault(id, id));
    }

    /** The name of an area as people know it. */
    public String area(String id) {
        return AREAS.getOrDefault(id, id);
    }

    public boolean holds(String id) {
        return outcomes.containsKey(id)
                || causes.values().stream().anyMatch(area -> area.containsKey(id));
    }
}
