package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Order;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The values of an object that PowerShell printed as a list: indented {@code Name : value} lines,
 * long values wrapped.
 */
final class PowerShellText {
    /** Such as {@code DisplayStatus : Ready}, {@code Statuses[0] : }. */
    private static final Pattern LINE =
            Pattern.compile("( *)([A-Za-z][\\w.]*)(\\[\\d+])? *:(?: (.*))?", Pattern.DOTALL);

    private static final int MOST_CHARACTERS = 1 << 16;

    private final String text;
    private final List<Leaf> leaves = new ArrayList<>();
    private final Deque<Step> steps = new ArrayDeque<>();
    private @Nullable Open open;
    private final List<JsonLeaves.Span> prose = new ArrayList<>();
    private final Set<String> known = new HashSet<>();
    private final int column;
    private int objects;

    private PowerShellText(String text) {
        this.text = text;
        this.column = columnOfColons(text);
    }

    static PowerShellText of(String text) {
        PowerShellText reading = new PowerShellText(text);
        int at = 0;
        while (at < text.length() && reading.leaves.size() < JsonLeaves.MOST) {
            int end = endOfLine(text, at);
            reading.line(at, end);
            at = end + (text.startsWith("\r\n", end) ? 2 : 1);
        }
        reading.close();
        return reading;
    }

    List<Leaf> leaves() {
        return leaves;
    }

    /** Lines that belong to no value. */
    List<JsonLeaves.Span> prose() {
        return prose;
    }

    private void line(int from, int to) {
        String line = text.substring(from, Math.min(to, from + MOST_CHARACTERS));
        Matcher match = LINE.matcher(line);
        if (line.indexOf(':') == column && match.matches()) {
            close();
            key(match, from, to);
        } else if (open == null && !line.isBlank()) {
            prose.add(new JsonLeaves.Span(from, to));
        } else if (open != null && !line.isBlank()) {
            open.append(line.strip(), to);
        }
    }

    /**
     * All colons of an object stand in one column, whereas a message may hold lines that look like
     * keys.
     */
    private static int columnOfColons(String text) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int at = 0; at < text.length(); at = endOfLine(text, at) + 1) {
            String line = text.substring(at, Math.min(endOfLine(text, at), at + 200));
            if (LINE.matcher(line).matches()) {
                counts.merge(line.indexOf(':'), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Order.of(Order.by(Map.Entry::getValue), Order.by(Map.Entry::getKey)))
                .map(Map.Entry::getKey)
                .orElse(-1);
    }

    private static int endOfLine(String text, int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private void key(Matcher match, int from, int to) {
        int indent = match.group(1).length();
        while (!steps.isEmpty() && steps.getFirst().indent >= indent) {
            steps.pop();
        }
        String name = match.group(2);
        String index = match.group(3);
        String around = steps.isEmpty() ? "" : steps.getFirst().path;
        String path =
                around
                        + "/"
                        + name
                        + (index == null ? "" : "/" + index.substring(1, index.length() - 1));
        if (indent == 0 && !known.add(objects + path)) {
            known.add(++objects + path);
        }
        String numbered = indent == 0 && objects > 0 ? "/" + objects + path : path;
        steps.push(new Step(indent, numbered));
        String value = match.group(4) == null ? "" : match.group(4).strip();
        open = new Open(numbered, match.start(2) + from, to, new StringBuilder(value));
    }

    private void close() {
        Open done = open;
        open = null;
        if (done == null || done.value.isEmpty()) {
            return;
        }
        String value = done.value.toString();
        boolean document =
                value.startsWith("{\"") || value.startsWith("{ \"") || value.startsWith("[ {");
        List<Leaf> inner = document ? JsonLeaves.of(value).values() : List.of();
        for (Leaf leaf : inner) {
            leaves.add(
                    new Leaf(done.path + "!" + leaf.path(), leaf.value(), done.offset, done.end));
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
