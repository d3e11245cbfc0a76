package latchkey.analyzer.fix;

import latchkey.rules.rule.Fix;

import java.util.Optional;

/** How one shell is told that a text is a text. What it cannot be told is refused. */
enum Quoting {
    /** Single quotes; PowerShell takes five characters for one, and each is doubled. */
    POWERSHELL("_./:\\=+*-", "'") {
        @Override
        boolean canHold(String text) {
            return true;
        }

        @Override
        String enclosed(String text) {
            StringBuilder quoted = new StringBuilder("'");
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                quoted.append(c);
                if (POWERSHELL_QUOTES.indexOf(c) >= 0) {
                    quoted.append(c);
                }
            }
            return quoted.append('\'').toString();
        }
    },

    /** Double quotes, inside of which cmd still expands percent and exclamation marks. */
    CMD("_./:\\=+*-", "\"") {
        @Override
        boolean canHold(String text) {
            return text.indexOf('%') < 0 && text.indexOf('!') < 0 && text.indexOf('"') < 0;
        }

        // Programs read a backslash before the closing quote as an escape, so those at the end are
        // doubled.
        @Override
        String enclosed(String text) {
            int end = text.length();
            while (end > 0 && text.charAt(end - 1) == '\\') {
                end--;
            }
            return "\"" + text + text.substring(end) + "\"";
        }
    },

    /** Single quotes, left and entered again around a single quote. */
    BASH("_./:=@%+,-", "'") {
        @Override
        boolean canHold(String text) {
            return true;
        }

        @Override
        String enclosed(String text) {
            return "'" + text.replace("'", "'\\''") + "'";
        }
    };

    private static final String POWERSHELL_QUOTES = "'\u2018\u2019\u201A\u201B";

    private final String safeMarks;
    private final String mark;

    Quoting(String safeMarks, String mark) {
        this.safeMarks = safeMarks;
        this.mark = mark;
    }

    static Quoting of(Fix.Shell shell) {
        return switch (shell) {
            case POWERSHELL -> POWERSHELL;
            case CMD -> CMD;
            case BASH -> BASH;
        };
    }

    abstract boolean canHold(String text);

    abstract String enclosed(String text);

    /** A word of the rule's author: bare where every character is safe. */
    Optional<String> word(String text) {
        return isBare(text) ? Optional.of(text) : quoted(text);
    }

    /** A value: always in quotes, or refused. */
    Optional<String> quoted(String text) {
        return isShowable(text) && canHold(text) ? Optional.of(enclosed(text)) : Optional.empty();
    }

    /** Names no file, account or resource when it is pasted unfilled, and redirects nothing. */
    String placeholder(String label) {
        return mark + "<" + label + ">" + mark;
    }

    private boolean isBare(String text) {
        return !text.isEmpty()
                && text.chars()
                        .allMatch(
                                c ->
                                        c < 0x80
                                                && (Character.isLetterOrDigit(c)
                                                        || safeMarks.indexOf(c) >= 0));
    }

    /**
     * Neither control characters, line ends, direction marks and other unseen characters, nor
     * broken text.
     */
    static boolean isShowable(String text) {
        return text.codePoints().allMatch(Quoting::isShowable);
    }

    private static boolean isShowable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED ->
                    false;
            default -> true;
        };
    }
}
