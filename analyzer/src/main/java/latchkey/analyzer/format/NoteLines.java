package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Line;
import latchkey.analyzer.evidence.Notes;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what people wrote in a text that somebody pasted or saved: all lines but those that only a
 * machine writes. A text without a small word of a language people speak is no writing of theirs.
 */
final class NoteLines {
    /** Endings of names under which people keep notes; a paste has none. */
    private static final Set<String> ENDINGS = Set.of("", "txt", "text", "md", "eml", "msg");

    private static final int LEAST_WORDS = 4;

    /** Letters of scripts that set no blanks between words begin here. */
    private static final char UNSPACED = '\u2e80';

    private static final Set<String> SMALL_WORDS =
            Set.of(
                    ("the we i is was are my our he she they it but has does der die das ist wir"
                                    + " ich nicht und hat auf le la les je nous est pas et il el"
                                    + " los las es no y se por nao foi um uma os para com")
                            .split(" "));

    /** A line of a document or of program output, by how it begins. */
    private static final Pattern MACHINE =
            Pattern.compile(
                    // JSON: {  }  ],  "name": value  "a","b"
                    "[{}].*|\\[$|][,}]*$|\"[^\"]*\"\\s*[:,].*"
                            // XML and HTML: <Event ...>
                            + "|-?\\s*<[/?!A-Za-z].*"
                            // at System.Foo.Bar(...)
                            + "|(?:at|bei|à|en|em) [\\w.<>`$]+\\(.*"
                            // PowerShell: + CategoryInfo : ...  At line:1 char:5
                            + "|\\+ .*|At (?:line|C):.*"
                            // bars of Terraform's errors and of tables
                            + "|[\u2500-\u257f].*"
                            // what a program says of a failure
                            + "|.*(?:when processing extension|Error message:"
                            + " '|Exception\\b|HRESULT).*"
                            // Name        : value
                            + "|[A-Za-z][\\w .-]{0,40}\\s{2,}:.*");

    private NoteLines() {}

    /** Whether a file of this format and name may hold what people wrote. */
    static boolean mayStandIn(Format format, String name) {
        return format instanceof PlainText || ENDINGS.contains(endingOf(name));
    }

    /** What people wrote in the text, null when nobody did. */
    static @Nullable Notes in(String file, String text) {
        List<String> lines = text.lines().toList();
        List<Line> written = new ArrayList<>();
        boolean people = false;
        boolean tabled = false;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (!line.isBlank() && !isMachine(line.strip())) {
                written.add(new Line(i + 1, line));
                people = people || isSpoken(line);
            }
            tabled = tabled || line.startsWith("|") || line.contains("<t");
        }
        if (!people && !tabled) {
            return null;
        }
        BitSet listed = SolutionList.in(lines);
        written.removeIf(line -> listed.get(line.number()));
        return new Notes(file, people ? written : List.of(), listed);
    }

    private static String endingOf(String name) {
        String base = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf('\\')) + 1);
        int dot = base.lastIndexOf('.');
        return dot < 0 ? "" : base.substring(dot + 1).toLowerCase(Locale.ROOT);
    }

    private static boolean isMachine(String line) {
        LineFormat.Header header = LogHead.any(line);
        return (header != null && header.level() != null)
                || isRow(line)
                || MACHINE.matcher(line).matches();
    }

    /** A row of a table: cells between bars, between commas without blanks, or in columns. */
    private static boolean isRow(String line) {
        int bars = 0;
        int commas = 0;
        int columns = 0;
        for (int i = 1; i < line.length(); i++) {
            char letter = line.charAt(i);
            bars += letter == '|' ? 1 : 0;
            boolean tight = letter != ' ' && line.charAt(i - 1) == ',';
            commas += tight ? 1 : 0;
            boolean ends = !Entry.isBlank(letter) && line.charAt(i - 1) == ' ';
            columns += ends && i > 2 && line.charAt(i - 2) == ' ' ? 1 : 0;
        }
        return bars > 1 || commas > 3 || columns > 1;
    }

    /** Whether the line has a few words, one of them a small one that only sentences have. */
    private static boolean isSpoken(String line) {
        int words = 0;
        boolean small = false;
        for (String word : line.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            words += word.isEmpty() ? 0 : 1;
            small |= SMALL_WORDS.contains(word);
            if (!word.isEmpty() && word.charAt(0) >= UNSPACED) {
                return true;
            }
        }
        return small && words >= LEAST_WORDS;
    }
}
