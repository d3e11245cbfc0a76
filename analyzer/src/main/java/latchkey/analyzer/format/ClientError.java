package latchkey.analyzer.format;

import latchkey.rules.rule.SourceKind;

import java.util.regex.Pattern;

/**
 * What az or Az PowerShell printed when a command failed: a paragraph is a record, answers inside
 * are opened.
 */
final class ClientError implements DocumentFormat {
    private static final SourceKind KIND = new SourceKind("client-error");

    /**
     * In lower case: {@code (Code) message} of az; {@code Code:} and {@code Message:} lines; blocks
     * of Az PowerShell.
     */
    private static final Pattern PHRASES =
            Pattern.compile(
                    String.join(
                            "|",
                            "(?m)^[ \\t]*(?:error: )?\\([a-z]{6,60}\\) \\S",
                            "^code: [a-z]+\\s+message: ",
                            "errorcode: ?[a-z]+\\s+errormessage: ",
                            "^[ \\t]*\\+ (?:categoryinfo|fullyqualifiederrorid)",
                            "^at line:\\d+ char:\\d+",
                            "^statuscode: \\d+\\s+reasonphrase: ",
                            "long running operation failed with status",
                            "^az [a-z -]+: error: ",
                            "^(?:set|get|remove|new|invoke|update|start)-az[a-z]+ ?: "));

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        Clues clues = new Clues(peek);
        return !clues.startJson() && clues.have(PHRASES) ? 58 : 0;
    }

    @Override
    public void read(Page page) {
        ValuePage values = ValuePage.json(page, KIND);
        values.entries(path -> null);
        ResourceFacts.read(values);
    }
}
