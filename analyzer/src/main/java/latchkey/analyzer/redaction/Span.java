package latchkey.analyzer.redaction;

/**
 * A place to mask.
 *
 * @param spreads whether the same value is masked wherever else it stands
 */
record Span(int start, int end, Mask mask, boolean spreads) {
    boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    Span with(Span other) {
        Span first = mask.compareTo(other.mask) <= 0 ? this : other;
        return new Span(
                Math.min(start, other.start), Math.max(end, other.end), first.mask, first.spreads);
    }
}
