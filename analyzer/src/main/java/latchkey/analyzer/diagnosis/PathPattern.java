package latchkey.analyzer.diagnosis;

import java.util.List;
import java.util.Locale;

/**
 * A path with {@code *} for one step and {@code **} for any number of steps, compared without case.
 */
final class PathPattern {
    private final List<String> steps;

    PathPattern(String pattern) {
        steps = stepsOf(pattern);
    }

    boolean fits(String path) {
        return fits(0, stepsOf(path), 0);
    }

    private boolean fits(int step, List<String> path, int at) {
        if (step == steps.size()) {
            return at == path.size();
        }
        String wanted = steps.get(step);
        if (wanted.equals("**")) {
            for (int rest = at; rest <= path.size(); rest++) {
                if (fits(step + 1, path, rest)) {
                    return true;
                }
            }
            return false;
        }
        return at < path.size()
                && (wanted.equals("*") || wanted.equals(path.get(at)))
                && fits(step + 1, path, at + 1);
    }

    private static List<String> stepsOf(String path) {
        String bare = path.startsWith("/") ? path.substring(1) : path;
        return List.of(bare.replace("!", "").toLowerCase(Locale.ROOT).split("/", -1));
    }
}
