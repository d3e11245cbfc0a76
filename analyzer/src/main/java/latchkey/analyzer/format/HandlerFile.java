package latchkey.analyzer.format;

import latchkey.analyzer.evidence.RunKey;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name and folder of a handler's file tell: {@code
 * Plugins/HANDLER/VERSION/Status/3.status} and its variants.
 */
final class HandlerFile {
    /**
     * Such as {@code /Microsoft.Compute.VMAccessAgent/2.4.11/} or {@code
     * /Microsoft.Compute.VMAccessAgent_2.4.11/}.
     */
    private static final Pattern FOLDER =
            Pattern.compile(
                    "(?:^|/)([A-Za-z][\\w-]*(?:\\.[A-Za-z][\\w-]*)+)[/_](\\d+(?:\\.\\d+)+)/",
                    Pattern.UNICODE_CASE);

    private static final Pattern NUMBER =
            Pattern.compile(
                    "(?:^|[/.])(\\d{1,9})\\.(?:status|settings)$", Pattern.CASE_INSENSITIVE);

    private HandlerFile() {}

    /** The run a path names, null when it names no handler. */
    static @Nullable RunKey runOf(String file) {
        Matcher folder = FOLDER.matcher(file.replace('\\', '/'));
        return folder.find()
                ? new RunKey(folder.group(1), folder.group(2), sequenceOf(file))
                : null;
    }

    /** The number in names such as {@code 3.status}, null when there is none. */
    static @Nullable Integer sequenceOf(String file) {
        Matcher number = NUMBER.matcher(file.replace('\\', '/'));
        return number.find() ? Integer.valueOf(number.group(1)) : null;
    }
}
