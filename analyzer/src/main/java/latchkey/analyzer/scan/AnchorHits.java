package latchkey.analyzer.scan;

/** Receives what the scanner finds. */
@FunctionalInterface
public interface AnchorHits {
    /**
     * @param at index of the anchor's first byte in the block
     * @param anchor the anchor's id: its index in the list the scanner was made from
     */
    void hit(int at, int anchor);
}
