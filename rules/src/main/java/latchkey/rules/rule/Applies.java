package latchkey.rules.rule;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * When a rule may be asked at all.
 *
 * @param os {@code windows} or null for any
 * @param handler publisher and type, such as {@code Microsoft.Compute.VMAccessAgent}, or null for
 *     any
 * @param versions fact name to version interval, such as {@code os-version: [6.1,6.2)}
 * @param unless rules whose firing makes this one not applicable
 */
public record Applies(
        @Nullable String os,
        @Nullable String handler,
        Map<String, String> versions,
        List<RuleId> unless) {
    public static final Applies ALWAYS = new Applies(null, null, Map.of(), List.of());

    public Applies {
        versions = Collections.unmodifiableMap(new LinkedHashMap<>(versions));
        unless = List.copyOf(unless);
    }
}
