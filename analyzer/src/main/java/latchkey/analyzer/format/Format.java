package latchkey.analyzer.format;

import latchkey.rules.rule.SourceKind;

/** One kind of file: how it is recognised and read. Stateless. */
public sealed interface Format permits LineFormat, DocumentFormat {
    /** Who is that sure need not be compared with those behind it in the registry. */
    int SURE = 95;

    SourceKind kind();

    /**
     * How sure this format is that the file is its own, from the name and the first characters
     * alone.
     *
     * @return 0 for no, up to 100 for beyond doubt; the highest wins, the earlier in the registry
     *     among equals
     */
    int recognises(Peek peek);
}
