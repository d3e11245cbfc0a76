package latchkey.simulator.guest.chore;

import java.util.ArrayList;
import java.util.List;

/** Reads a script line by line: words between blanks, and what stands in quotes as one word. */
public final class ScriptReader {
    private ScriptReader() {}

    /** What its lines stand for; blank lines and remarks stand for nothing. */
    public static List<Reading> read(List<String> script) {
        return script.stream()
                .flatMap(String::lines)
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .map(ScriptReader::words)
                .map(CommandReader::read)
                .toList();
    }

    /** A quote of the same kind, twice, is one quote inside. */
    static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        char quote = 0;
        boolean begun = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0 && c == quote && i + 1 < line.length() && line.charAt(i + 1) == quote) {
                word.append(c);
                i++;
            } else if (c == quote) {
                quote = 0;
            } else if (quote == 0 && (c == '\'' || c == '"')) {
                quote = c;
                begun = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (begun) {
                    words.add(word.toString());
                    word.setLength(0);
                    begun = false;
                }
            } else {
                word.append(c);
                begun = true;
            }
        }
        if (begun) {
            words.add(word.toString());
        }
        return words;
    }
}
