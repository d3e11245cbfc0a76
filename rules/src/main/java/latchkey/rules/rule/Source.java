package latchkey.rules.rule;

import java.util.List;

/**
 * One kind of evidence as the vocabulary describes it.
 *
 * @param title what a person calls it
 * @param where its usual places, for people; files are found by content
 * @param collect how to get it
 */
public record Source(SourceKind kind, String title, List<String> where, String collect) {
    public Source {
        where = List.copyOf(where);
    }
}
