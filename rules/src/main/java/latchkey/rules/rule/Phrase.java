package latchkey.rules.rule;

import java.util.List;

/**
 * One message of a machine in all languages we know it in.
 *
 * @param codes the errors whose message this is; empty when it has no number
 */
public record Phrase(String id, List<ErrorCode> codes, List<Wording> wordings) {
    public Phrase {
        codes = List.copyOf(codes);
        wordings = List.copyOf(wordings);
    }
}
