package latchkey.rules.rule;

/**
 * The name of one kind of evidence, such as {@code waappagent-log}; listed in the vocabulary's
 * sources.
 */
public record SourceKind(String id) implements Comparable<SourceKind> {
    /** Text whose origin is unknown, for instance a pasted message: every signal may look at it. */
    public static final SourceKind TEXT = new SourceKind("text");

    /**
     * By hand, like the hash: what a record has of its own is linked anew at every start, which
     * takes longer than reading a small file.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof SourceKind that && that.id.equals(id);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public int compareTo(SourceKind other) {
        return id.compareTo(other.id);
    }

    @Override
    public String toString() {
        return id;
    }
}
