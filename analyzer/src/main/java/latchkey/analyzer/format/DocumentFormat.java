package latchkey.analyzer.format;

/**
 * A file that is read whole and parsed: JSON, XML, CSV, console output. Its size is limited by the
 * reader.
 */
public non-sealed interface DocumentFormat extends Format {
    /**
     * Reads the page; what cannot be parsed is told by {@link Page#partly}. Never throws for odd
     * content.
     */
    void read(Page page);

    /**
     * The text that ends a record where a large file may be read record by record, piece after
     * piece; empty where only the whole makes sense.
     */
    default String seam() {
        return "";
    }
}
