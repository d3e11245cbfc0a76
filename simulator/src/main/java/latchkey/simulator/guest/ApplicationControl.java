package latchkey.simulator.guest;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** AppLocker in enforcement: folders from which nothing may run. It needs no user. */
public final class ApplicationControl {
    private final Set<String> blocked = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

    ApplicationControl() {}

    /** Nothing below that folder may run. */
    public void block(String folder) {
        blocked.add(folder);
    }

    /** It may run again. */
    public void allow(String folder) {
        blocked.remove(folder);
    }

    /** Folders from which nothing may run. */
    public Set<String> blocked() {
        return Collections.unmodifiableSet(blocked);
    }

    /** Whether the program at that path may run. */
    public boolean lets(String path) {
        String folded = path.toLowerCase(Locale.ROOT);
        return blocked.stream()
                .noneMatch(folder -> folded.startsWith(folder.toLowerCase(Locale.ROOT) + "\\"));
    }
}
