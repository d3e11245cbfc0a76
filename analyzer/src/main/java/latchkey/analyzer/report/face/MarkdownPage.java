package latchkey.analyzer.report.face;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Pattern;

/** A page of Markdown in which no word of a log can become markup, a link or a mention. */
final class MarkdownPage {
    private static final String SPECIAL = "\\`*_[]<>#|~&@$!{}";
    private static final Pattern LINK = Pattern.compile("https://[A-Za-z0-9./_?=&#%~:+,-]{1,500}");

    private final StringBuilder page = new StringBuilder();

    void heading(int level, String text) {
        page.append("\n")
                .append("#".repeat(level))
                .append(' ')
                .append(escaped(text))
                .append("\n\n");
    }

    void paragraph(String text) {
        page.append(guarded(text)).append("\n\n");
    }

    void strong(String text) {
        page.append("**").append(escaped(text)).append("**\n\n");
    }

    /** A list item; the label is ours. */
    void item(int indent, String label, String text) {
        page.append(" ".repeat(indent))
                .append("- ")
                .append(label)
                .append(guarded(text))
                .append('\n');
    }

    /** Words of a log on one line, in a code span. */
    void codeItem(int indent, String label, String code) {
        page.append(" ".repeat(indent)).append("- ").append(label).append(span(code)).append('\n');
    }

    /** Words of a log, or a command, in a fence longer than any run of backticks in them. */
    void fence(int indent, String text) {
        String shown = Visible.of(text);
        String fence = "`".repeat(Math.max(3, longestRun(shown) + 1));
        String margin = " ".repeat(indent);
        page.append('\n').append(margin).append(fence).append("text\n");
        page.append(margin).append(shown).append('\n');
        page.append(margin).append(fence).append("\n\n");
    }

    /** A rule's own reference; anything else than a plain https address is shown as text. */
    void reference(String link) {
        page.append("- ")
                .append(LINK.matcher(link).matches() ? "<" + link + ">" : escaped(link))
                .append('\n');
    }

    void blank() {
        page.append('\n');
    }

    void printTo(Writer out) throws IOException {
        out.append(page);
        out.flush();
    }

    private static String span(String text) {
        String shown = Visible.of(text);
        String ticks = "`".repeat(longestRun(shown) + 1);
        boolean padded = shown.isEmpty() || shown.startsWith("`") || shown.endsWith("`");
        return padded ? ticks + " " + shown + " " + ticks : ticks + shown + ticks;
    }

    private static int longestRun(String text) {
        int longest = 0;
        int run = 0;
        for (int i = 0; i < text.length(); i++) {
            run = text.charAt(i) == '`' ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /**
     * As {@link #escaped}, and a first character that would begin a list or a line of its own is
     * escaped as well.
     */
    private static String guarded(String text) {
        String shown = escaped(text);
        boolean mark =
                !shown.isEmpty()
                        && (shown.charAt(0) == '-'
                                || shown.charAt(0) == '+'
                                || shown.charAt(0) == '=');
        return mark ? "\\" + shown : shown.replaceFirst("^(\\d{1,9})([.)])", "$1\\\\$2");
    }

    private static String escaped(String text) {
        String prose = Visible.prose(text);
        StringBuilder escaped = new StringBuilder(prose.length() + 16);
        for (int i = 0; i < prose.length(); i++) {
            char unit = prose.charAt(i);
            boolean scheme = unit == ':' && prose.startsWith("//", i + 1);
            boolean host = unit == '.' && i >= 3 && prose.regionMatches(true, i - 3, "www", 0, 3);
            if (SPECIAL.indexOf(unit) >= 0 || scheme || host) {
                escaped.append('\\');
            }
            escaped.append(unit);
        }
        return escaped.toString();
    }
}
