package latchkey.rules.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a sample promises.
 *
 * @param nearMiss whether a quiet sample looks like the error and is not
 * @param lines expected quoted lines by path inside the sample; a sample of one file has its own
 *     name as the path; empty where the sample does not say
 */
public record Expectation(
        Origin origin, String why, boolean nearMiss, Map<String, List<Integer>> lines) {
    /** Where the words of a sample come from. */
    public enum Origin {
        SYNTHETIC,
        DOCUMENTED
    }

    public Expectation {
        Map<String, List<Integer>> copy = new LinkedHashMap<>();
        lines.forEach((file, numbers) -> copy.put(file, List.copyOf(numbers)));
        lines = Collections.unmodifiableMap(copy);
    }
}
