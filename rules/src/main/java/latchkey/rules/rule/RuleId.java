package latchkey.rules.rule;

import java.util.regex.Pattern;

/** The name of one rule, such as {@code VMA-007}: never reused, never renamed. */
public record RuleId(String value) implements Comparable<RuleId> {
    private static final Pattern FORM = Pattern.compile("[A-Z]{3}-[0-9]{3}");

    public RuleId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not a rule id");
        }
    }

    public static boolean isWellFormed(String value) {
        return FORM.matcher(value).matches();
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
