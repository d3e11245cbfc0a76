package latchkey.rules.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * A set of rules with what they refer to.
 *
 * @param sha256 hash of the written pack, lower-case hex
 * @param fixes by id, kept as they are given: they may be read one by one when they are asked for
 * @param groups names that stand for several kinds of source
 * @param messages the phrase book, by id
 * @param speech names that stand for many ways to say one thing
 */
public record Pack(
        String name,
        String version,
        String sha256,
        Map<RuleId, Rule> rules,
        Map<String, Fix> fixes,
        Map<String, Cause> causes,
        Map<SourceKind, Source> sources,
        Map<String, Set<SourceKind>> groups,
        Map<String, Phrase> messages,
        Map<String, List<String>> speech) {
    public Pack {
        rules = Collections.unmodifiableMap(new TreeMap<>(rules));
        fixes = Collections.unmodifiableMap(fixes);
        causes = Collections.unmodifiableMap(new LinkedHashMap<>(causes));
        sources = Collections.unmodifiableMap(new LinkedHashMap<>(sources));
        groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        messages = Collections.unmodifiableMap(messages);
        speech = Collections.unmodifiableMap(new LinkedHashMap<>(speech));
    }
}
