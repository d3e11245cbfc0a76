package latchkey.analyzer.report;

/** The version of this program; a test holds it to the build's. */
public final class ToolVersion {
    public static final String NUMBER = "0.1.0";

    private ToolVersion() {}
}
