package latchkey.analyzer.format;

import latchkey.rules.rule.SourceKind;

import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What {@code reg export} writes; the part with the states of handlers is a kind of its own. */
enum RegExport {
    REGISTRY("registry"),
    HANDLER_STATE("handler-state");

    private static final Pattern KEY = Pattern.compile("\\s*\\[([^-\\]][^\\]]*)]\\s*");
    private static final Pattern VALUE =
            Pattern.compile("\\s*(?:@|\"((?:[^\"\\\\]|\\\\.)*+)\")=(.*)", Pattern.DOTALL);
    private static final int LONGEST = 1 << 16;

    private final String kind;

    RegExport(String kind) {
        this.kind = kind;
    }

    /** The reader of an export. */
    record Reading(RegExport part) implements DocumentFormat {
        @Override
        public SourceKind kind() {
            return new SourceKind(part.kind);
        }

        @Override
        public int recognises(Peek peek) {
            Clues clues = new Clues(peek);
            boolean export =
                    clues.haveText("windows registry editor version") || clues.haveText("regedit4");
            boolean states = clues.haveText("\\windows azure\\handlerstate");
            return export && states == (part == HANDLER_STATE) ? 90 : 0;
        }

        @Override
        public void read(Page page) {
            String key = "";
            for (int number = 1; number <= page.lineCount(); number++) {
                StringBuilder line = new StringBuilder(page.lineText(number));
                int start = page.startOfLine(number);
                while (endsOpen(line) && number < page.lineCount() && line.length() < LONGEST) {
                    line.setLength(line.length() - 1);
                    line.append(page.lineText(++number).strip());
                }
                Matcher section = KEY.matcher(line);
                Matcher value = VALUE.matcher(line);
                if (section.matches()) {
                    key = section.group(1);
                } else if (!key.isEmpty() && value.matches()) {
                    String name = value.group(1) == null ? "" : plain(value.group(1));
                    new RegistryValue(key, name, decoded(value.group(2).strip()))
                            .passTo(page, kind(), start);
                }
            }
        }
    }

    private static boolean endsOpen(CharSequence line) {
        return line.length() > 0 && line.charAt(line.length() - 1) == '\\';
    }

    private static String plain(String quoted) {
        return quoted.replace("\\\"", "\"").replace("\\\\", "\\");
    }

    /** Numbers in decimal, strings as they are, anything else as written. */
    private static String decoded(String raw) {
        if (raw.matches("dword:[0-9a-fA-F]{1,8}")) {
            return Long.toString(Long.parseLong(raw.substring(6), 16));
        }
        if (raw.length() > 1 && raw.startsWith("\"") && raw.endsWith("\"")) {
            return plain(raw.substring(1, raw.length() - 1));
        }
        return raw.matches("hex\\([27]\\):[0-9a-fA-F, ]*") ? letters(raw.substring(7)) : raw;
    }

    /** Expandable and multiple strings are written as the bytes of UTF-16. */
    private static String letters(String hex) {
        String[] digits = hex.replace(" ", "").split(",");
        byte[] bytes = new byte[digits.length];
        for (int i = 0; i < digits.length; i++) {
            bytes[i] =
                    digits[i].isEmpty() || digits[i].length() > 2
                            ? 0
                            : (byte) Integer.parseInt(digits[i], 16);
        }
        return new String(bytes, StandardCharsets.UTF_16LE).replace('\0', ' ').strip();
    }
}
