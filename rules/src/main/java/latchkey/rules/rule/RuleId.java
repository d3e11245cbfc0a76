package latchkey.rules.rule;

/** The name of one rule, such as {@code VMA-007}: never reused, never renamed. */
public record RuleId(String value) implements Comparable<RuleId> {
    public RuleId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a rule id");
        }
    }

    /** Three letters and three digits; letter by letter, since every start makes hundreds. */
    public static boolean isWellFormed(String value) {
        if (value.length() != 7 || value.charAt(3) != '-') {
            return false;
        }
        for (int i = 0; i < 7; i++) {
            char letter = value.charAt(i);
            boolean fits = i < 3 ? letter >= 'A' && letter <= 'Z' : letter >= '0' && letter <= '9';
            if (!fits && i != 3) {
                return false;
            }
        }
        return true;
    }

    /**
     * By hand, like the hash: what a record has of its own is linked anew at every start, which
     * takes longer than reading a small file.
     */
    @Override
    public boolean equals(Object other) {
        return other instanceof RuleId that && that.value.equals(value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public int compareTo(RuleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
