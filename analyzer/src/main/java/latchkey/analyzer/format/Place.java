package latchkey.analyzer.format;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import latchkey.analyzer.evidence.RunKey;
import org.jspecify.annotations.Nullable;

/** What the folder of a file tells of the handler it belongs to. */
final class Place {
    /** Such as {@code Packages/Plugins/Microsoft.Compute.VMAccessAgent/2.4.11/Status/0.status}: handler, version. */
    private static final Pattern HANDLER = Pattern.compile("(?i)(?:^|/)plugins/([a-z][\\w.-]*\\.[\\w.-]+)/(\\d+(?:\\.\\d+)+)/");

    private Place() {}

    /** The handler and version a path names, null when it names none. */
    static @Nullable RunKey runOf(String file) {
        Matcher matcher = HANDLER.matcher(file.replace('\\', '/'));
        return matcher.find() ? new RunKey(matcher.group(1), matcher.group(2), null) : null;
    }
}
