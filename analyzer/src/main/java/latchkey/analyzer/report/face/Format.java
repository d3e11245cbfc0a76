package latchkey.analyzer.report.face;

/** The faces by the names people ask for them. */
public enum Format {
    TEXT,
    JSON,
    MD,
    HTML,
    SARIF,
    JUNIT;

    /**
     * @param colour only text heeds it
     */
    public Face face(boolean colour) {
        return switch (this) {
            case TEXT -> new TextFace(colour);
            case JSON -> new JsonFace();
            case MD -> new MarkdownFace();
            case HTML -> new HtmlFace();
            case SARIF -> new SarifFace();
            case JUNIT -> new JunitFace();
        };
    }
}
