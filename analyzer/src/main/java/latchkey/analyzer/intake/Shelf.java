package latchkey.analyzer.intake;

/** Takes what is found in an archive, in the archive's order. */
interface Shelf {
    /** False once the limit of entries is reached; the rest need not be listed. */
    boolean takesMore();

    /** A file, perhaps an archive itself. */
    void file(Member member);

    /** A file that is not read. */
    void refuse(String name, String because);
}
