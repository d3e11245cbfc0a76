package latchkey.analyzer.format;

import latchkey.analyzer.evidence.RunKey;

import org.jspecify.annotations.Nullable;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the folder of a file tells of the handler it belongs to. */
final class Place {
    /**
     * Such as {@code Packages/Plugins/Microsoft.Compute.VMAccessAgent/2.4.11/Status/0.status}:
     * handler, version. Collectors leave out the folder above, which only names of three parts can
     * do without, or join handler and version.
     */
    private static final Pattern HANDLER =
            Pattern.compile(
                    "(?i)(?:(?:^|/)plugins/([a-z][a-z0-9-]*(?:\\.[a-z][a-z0-9-]*)+)"
                        + "|(?:^|/)([a-z][a-z0-9]*(?:\\.[a-z][a-z0-9]*){2,}))[/_.](\\d+(?:\\.\\d+)+)/");

    private Place() {}

    /** The handler and version a path names, null when it names none. */
    static @Nullable RunKey runOf(String file) {
        Matcher matcher = HANDLER.matcher(file.replace('\\', '/'));
        if (!matcher.find()) {
            return null;
        }
        String handler = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        return new RunKey(handler, matcher.group(3), null);
    }
}
