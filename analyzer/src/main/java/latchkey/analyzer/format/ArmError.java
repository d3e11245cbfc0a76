package latchkey.analyzer.format;

import latchkey.rules.rule.SourceKind;

import java.util.regex.Pattern;

/**
 * An error answer of Azure Resource Manager in any nesting, and the result of a long-running
 * operation.
 */
final class ArmError implements DocumentFormat {
    static final SourceKind KIND = new SourceKind("arm-error");

    private static final Pattern ERROR_OBJECT = Pattern.compile("\\\\?\"error\\\\?\"\\s*:\\s*\\{");

    /**
     * An error document that other words lead up to, such as the body that az prints after {@code
     * Content:}.
     */
    private static final Pattern INSIDE =
            Pattern.compile("\\{\\s*\"(?:error|code|errorcode)\"\\s*:");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        Clues clues = new Clues(peek);
        boolean pair =
                clues.haveKeys("code", "message") || clues.haveKeys("ErrorCode", "ErrorMessage");
        if (!clues.startJson()) {
            return pair && clues.have(INSIDE) && clues.areShorterThan(12_000) ? 30 : 0;
        }
        if (clues.have(ERROR_OBJECT) || clues.haveKeys("internalErrorCode")) {
            return 72;
        }
        if (clues.haveKeys("startTime", "status", "name") && !clues.haveKeys("properties")) {
            return 66;
        }
        return pair ? 64 : 0;
    }

    @Override
    public void read(Page page) {
        ValuePage values = ValuePage.json(page, KIND);
        values.entries(path -> null);
        ResourceFacts.read(values);
    }
}
