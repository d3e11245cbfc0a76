package latchkey.analyzer.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of an object that PowerShell printed as a list: indented {@code Name : value} lines, long values wrapped. */
final class PowerShellText {
    /** Such as {@code     DisplayStatus       : Ready}, {@code Statuses[0]           : }. */
    private static final Pattern LINE =
            Pattern.compile("( *)([A-Za-z][\\w.]*)(\\[\\d+])? *:(?: (.*))?", Pattern.DOTALL);

    private static final int MOST_CHARACTERS = 1 << 16;

    private final String text;
    private final List<Leaf> leaves = new ArrayList<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private @Nullable Open open;
    private int column = -1;
    private int objects;

    private PowerShellText(String text) {
        this.text = text;
    }

    static List<Leaf> leavesOf(String text) {
        PowerShellText reading = new PowerShellText(text);
        int at = 0;
        while (at < text.length() && reading.leaves.size() < JsonLeaves.MOST) {
            int end = at;
            while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
                end++;
            }
            reading.line(at, end);
            at = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        reading.close();
        return reading.leaves;
    }

    private void line(int from, int to) {
        String line = text.substring(from, Math.min(to, from + MOST_CHARACTERS));
        Matcher match = LINE.matcher(line);
        if (match.matches() && isKey(line.indexOf(':'), match.group(1).length())) {
            close();
            key(match, from, to);
        } else if (open != null && !line.isBlank()) {
            open.append(line.strip(), to);
        } else if (open == null && line.isBlank()) {
            steps.clear();
        }
    }

    /** All colons of one object stand in one column; a message may hold lines that look like keys. */
    private boolean isKey(int colon, int indent) {
        if (indent > 20) {
            return false;
        }
        if (column < 0) {
            column = colon;
        }
        return colon == column || (indent == 0 && open == null);
    }

    private void key(Matcher match, int from, int to) {
        int indent = match.group(1).length();
        while (!steps.isEmpty() && steps.getFirst().indent >= indent) {
            steps.pop();
        }
        String name = match.group(2);
        String index = match.group(3);
        String around = steps.isEmpty() ? "" : steps.getFirst().path;
        String path = around + "/" + name + (index == null ? "" : "/" + index.substring(1, index.length() - 1));
        if (indent == 0 && isKnown(path)) {
            objects++;
        }
        String numbered = indent == 0 && objects > 0 ? "/" + objects + path : path;
        steps.push(new Step(indent, numbered));
        String value = match.group(4) == null ? "" : match.group(4).strip();
        open = new Open(numbered, match.start(2) + from, to, new StringBuilder(value));
    }

    private boolean isKnown(String path) {
        String numbered = objects > 0 ? "/" + objects + path : path;
        return leaves.stream().anyMatch(leaf -> leaf.path().equals(numbered));
    }

    private void close() {
        Open done = open;
        open = null;
        if (done == null || done.value.isEmpty()) {
            return;
        }
        String value = done.value.toString();
        boolean document = value.startsWith("{\"") || value.startsWith("{ \"") || value.startsWith("[ {");
        List<Leaf> inner = document ? JsonLeaves.of(value).values() : List.of();
        for (Leaf leaf : inner) {
            leaves.add(new Leaf(done.path + "!" + leaf.path(), leaf.value(), done.offset, done.end));
        }
        if (inner.isEmpty()) {
            leaves.add(new Leaf(done.path, value, done.offset, done.end));
        }
    }

    private record Step(int indent, String path) {}

    /** A value that further lines may continue. */
    private static final class Open {
        private final String path;
        private final int offset;
        private final StringBuilder value;
        private int end;

        private Open(String path, int offset, int end, StringBuilder value) {
            this.path = path;
            this.offset = offset;
            this.end = end;
            this.value = value;
        }

        /** A wrapped id goes on without a blank, wrapped words with one. */
        private void append(String more, int to) {
            boolean id = value.indexOf("/") == 0 && value.indexOf(" ") < 0;
            if (value.length() < MOST_CHARACTERS) {
                value.append(id || value.isEmpty() ? "" : " ").append(more);
                end = to;
            }
        }
    }
}
