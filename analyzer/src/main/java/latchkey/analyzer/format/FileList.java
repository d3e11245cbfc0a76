package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Sink;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A list of files, which tells what was there to be collected: of a disk inspection, {@code dir /s}
 * or {@code tree /f}.
 */
final class FileList implements LineFormat {
    private static final SourceKind KIND = new SourceKind("file-list");
    private static final PlainText TEXT = new PlainText();

    /** The heading of {@code dir} and its first entry. */
    private static final Pattern DIRECTORY =
            Pattern.compile("(?m)^\\h*Directory of \\w:\\\\[^\\n]*\\R+\\h*\\d");

    private static final Pattern PATH =
            Pattern.compile("\"?(?:\\w:[\\\\/]|/?device_\\d+/|/Windows)[^\\t:]{3,300}");
    private static final int ENOUGH_BRANCHES = 3;
    private static final int ENOUGH_PATHS = 8;

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        if (peek.baseName().equals("scanfilelist.tsv")) {
            return 90;
        }
        if (Grammar.isDocument(peek)) {
            return 0;
        }
        return DIRECTORY.matcher(peek.head()).find() || isTreeOrPaths(peek.head()) ? 82 : 0;
    }

    @Override
    public List<String> landmarks() {
        return List.of();
    }

    @Override
    public @Nullable Header header(String line) {
        return TEXT.header(line);
    }

    @Override
    public void read(Entry entry, Sink sink) {}

    /**
     * Whether branches of a tree are drawn, or paths follow one another with nothing else between.
     */
    private static boolean isTreeOrPaths(String head) {
        int branches = 0;
        int paths = 0;
        for (String line : head.lines().toList()) {
            branches += isBranch(line) ? 1 : 0;
            paths = PATH.matcher(line).matches() ? paths + 1 : 0;
            if (branches == ENOUGH_BRANCHES || paths == ENOUGH_PATHS) {
                return true;
            }
        }
        return false;
    }

    private static boolean isBranch(String line) {
        int at = 0;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '|')) {
            at++;
        }
        return line.startsWith("+---", at) || line.startsWith("\\---", at);
    }
}
