package latchkey.rules.rule;

import java.util.List;

/** One entry of the vocabulary of causes. */
public record Cause(
        String id,
        String title,
        String area,
        String meaning,
        String distinguish,
        List<String> docs) {
    public Cause {
        docs = List.copyOf(docs);
    }
}
