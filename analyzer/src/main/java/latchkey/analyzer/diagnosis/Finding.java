package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.timeline.Attempt;
import latchkey.rules.rule.Capture;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.Rule.Certainty;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A rule that fired, with its proof.
 *
 * @param attempt the attempt its evidence belongs to, null when that is not known
 * @param last the latest dated evidence, null when none is dated
 * @param captures variables by name
 * @param told whether nothing but what people say speaks for it
 */
public record Finding(
        Rule rule,
        @Nullable Attempt attempt,
        @Nullable Instant last,
        List<Proof> proof,
        Map<String, Captured> captures,
        boolean told) {

    /** A quoted line and what it proves. */
    public record Proof(Quote quote, String says) {}

    /** A value taken from the evidence. */
    public record Captured(String value, Capture.Secrecy secrecy) {}

    public Finding {
        proof = List.copyOf(proof);
        captures = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(captures));
        if (proof.isEmpty()) {
            throw new IllegalArgumentException("a finding needs evidence");
        }
    }

    /** How far the finding carries; what is only told never carries all the way. */
    public Certainty certainty() {
        return told && rule.certainty() == Certainty.HIGH ? Certainty.MEDIUM : rule.certainty();
    }

    /**
     * Fills {@code {name}} and {@code {name|words}} of a template with captures; an unknown name
     * gives its words.
     */
    public String fill(String template) {
        StringBuilder filled = new StringBuilder();
        int at = 0;
        for (int open = template.indexOf('{'); open >= 0; open = template.indexOf('{', at)) {
            int close = template.indexOf('}', open);
            if (close < 0) {
                break;
            }
            filled.append(template, at, open).append(valueOf(template.substring(open + 1, close)));
            at = close + 1;
        }
        return filled.append(template.substring(at)).toString();
    }

    private String valueOf(String slot) {
        int bar = slot.indexOf('|');
        String name = bar < 0 ? slot : slot.substring(0, bar);
        if (name.equals("attempt")) {
            return attempt == null || attempt.sequence() == null
                    ? "of unknown number"
                    : attempt.sequence().toString();
        }
        Captured captured = captures.get(name);
        if (captured != null) {
            return captured.value();
        }
        return bar < 0 ? "(unknown)" : slot.substring(bar + 1);
    }
}
