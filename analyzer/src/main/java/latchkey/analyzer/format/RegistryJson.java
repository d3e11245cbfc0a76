package latchkey.analyzer.format;

import latchkey.rules.rule.SourceKind;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The registry of a disk inspection: {@code "key path\\value name": "text"} on each line, commas
 * first. Quotes inside of values are not escaped, so it is read by lines and not as JSON.
 */
final class RegistryJson implements DocumentFormat {
    private static final SourceKind KIND = new SourceKind("registry");
    private static final Pattern LINE =
            Pattern.compile(
                    "\\s*[{,]?\\s*\"([^\"]+)\"\\s*:\\s*(?:\"(.*)\"|([^\",{}\\[\\]]+))\\s*[,}]?\\s*}?\\s*");
    private static final Pattern ROOT =
            Pattern.compile("\"(?:hkey_local_machine|hklm|hkey_users|software|system)\\\\\\\\");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        Clues clues = new Clues(peek);
        return peek.baseName().equals("registry.json")
                ? 95
                : clues.startJson() && clues.have(ROOT) ? 76 : 0;
    }

    @Override
    public void read(Page page) {
        JsonLeaves leaves = JsonLeaves.of(page.text());
        if (leaves.because() == null && leaves.prose().isEmpty()) {
            leaves.values().forEach(leaf -> value(page, plain(leaf), leaf.value(), leaf.offset()));
        } else {
            readLines(page);
        }
    }

    private static void readLines(Page page) {
        for (int number = 1; number <= page.lineCount(); number++) {
            String line = page.lineText(number);
            Matcher match = LINE.matcher(line);
            if (line.length() < 1 << 16 && match.matches()) {
                String raw = match.group(2) == null ? match.group(3) : match.group(2);
                int offset = page.startOfLine(number) + match.start(1);
                value(page, unescaped(match.group(1)), unescaped(raw.strip()), offset);
            } else if (!line.isBlank() && !line.strip().matches("[{}]")) {
                page.unparsed(1);
            }
        }
    }

    private static String plain(Leaf leaf) {
        return leaf.path().substring(1).replace("~1", "/").replace("~0", "~");
    }

    private static String unescaped(String text) {
        return text.replace("\\\\", "\\");
    }

    private static void value(Page page, String path, String text, int offset) {
        int cut = path.lastIndexOf('\\');
        String key = cut < 0 ? "" : path.substring(0, cut);
        new RegistryValue(key, path.substring(cut + 1), number(text)).passTo(page, KIND, offset);
    }

    private static String number(String text) {
        boolean hex = text.matches("0[xX][0-9a-fA-F]{1,8}");
        return hex ? Long.toString(Long.parseLong(text.substring(2), 16)) : text;
    }
}
