package latchkey.analyzer.format;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads tags and words of XML or HTML that need not be well formed: no root, several roots, cut
 * ends, pastes with signs in between. It knows no document types and no entities but the predefined
 * ones, so nothing outside is ever read.
 */
final class Markup {
    private static final Pattern ATTRIBUTE =
            Pattern.compile("([\\w:.-]+)\\s*=\\s*(?:\"([^\"]*)\"|'([^']*)')");
    private static final Pattern REFERENCE =
            Pattern.compile("&(#x[0-9a-fA-F]{1,6}|#\\d{1,7}|[a-zA-Z]{2,6});");
    private static final Map<String, String> ENTITIES =
            Map.of("lt", "<", "gt", ">", "amp", "&", "quot", "\"", "apos", "'", "nbsp", " ");
    private static final int LONGEST_TAG = 1 << 18;

    /** What a mail program writes and no log does. */
    private static final Pattern HTML =
            Pattern.compile("(?i)<(?:html|body|p|br|div|span|td|li)(?:\\s[^<>]*)?/?>|&nbsp;");

    private final String text;
    private int at;

    Markup(String text) {
        this.text = text;
    }

    /** The words of a mail or a page, a blank for each tag; another text as it is. */
    static String wordsOfHtml(String text) {
        if (!HTML.matcher(text).find()) {
            return text;
        }
        StringBuilder words = new StringBuilder(text.length());
        Markup markup = new Markup(text);
        for (Piece piece = markup.next(); piece != null; piece = markup.next()) {
            words.append(piece.type() == Type.WORDS ? piece.words() : " ");
        }
        return words.toString();
    }

    /** What a piece is. */
    enum Type {
        OPEN,
        CLOSE,
        WORDS
    }

    /**
     * A tag, or the words up to the next one.
     *
     * @param name of the tag without its prefix
     * @param words decoded; empty for tags
     * @param closed whether an opening tag closes itself
     */
    record Piece(
            Type type,
            String name,
            String words,
            Map<String, String> attributes,
            Span span,
            boolean closed) {
        int offset() {
            return span.from();
        }

        boolean isNamed(String wanted) {
            return name.equalsIgnoreCase(wanted);
        }

        boolean opens(String wanted) {
            return type == Type.OPEN && isNamed(wanted);
        }

        boolean closes(String wanted) {
            return type == Type.CLOSE && isNamed(wanted);
        }

        String attribute(String wanted) {
            for (Map.Entry<String, String> attribute : attributes.entrySet()) {
                if (attribute.getKey().equalsIgnoreCase(wanted)) {
                    return attribute.getValue();
                }
            }
            return "";
        }
    }

    /** Where a piece stands. */
    record Span(int from, int to) {}

    /** The next piece; null at the end. */
    @Nullable Piece next() {
        while (at < text.length()) {
            int start = at;
            if (text.startsWith("<!--", at)) {
                at = after("-->", at);
            } else if (text.startsWith("<![CDATA[", at)) {
                at = after("]]>", at);
                String inside =
                        text.substring(Math.min(start + 9, at), Math.max(start + 9, at - 3));
                return new Piece(Type.WORDS, "", inside, Map.of(), new Span(start + 9, at), false);
            } else if (text.startsWith("<?", at) || text.startsWith("<!", at)) {
                at = after(">", at);
            } else if (startsTag(at)) {
                return tag();
            } else {
                return words();
            }
        }
        return null;
    }

    private boolean startsTag(int from) {
        if (text.charAt(from) != '<' || from + 1 >= text.length()) {
            return false;
        }
        char next = text.charAt(from + 1);
        return next == '/' || Character.isLetter(next);
    }

    private Piece words() {
        int start = at++;
        while (at < text.length()
                && !startsTag(at)
                && !text.startsWith("<!", at)
                && !text.startsWith("<?", at)) {
            at++;
        }
        return new Piece(
                Type.WORDS,
                "",
                decoded(text.substring(start, at)),
                Map.of(),
                new Span(start, at),
                false);
    }

    private Piece tag() {
        int start = at;
        int end = endOfTag(start);
        at = Math.min(text.length(), end + 1);
        boolean close = text.charAt(start + 1) == '/';
        int nameStart = start + (close ? 2 : 1);
        int nameEnd = nameStart;
        while (nameEnd < end
                && !Character.isWhitespace(text.charAt(nameEnd))
                && text.charAt(nameEnd) != '/') {
            nameEnd++;
        }
        String name = text.substring(Math.min(nameStart, nameEnd), nameEnd);
        Map<String, String> attributes = new LinkedHashMap<>();
        Matcher matcher = ATTRIBUTE.matcher(text.substring(nameEnd, end));
        while (!close && matcher.find()) {
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            attributes.putIfAbsent(bare(matcher.group(1)), decoded(value));
        }
        boolean closed = end > start && text.charAt(end - 1) == '/';
        Span span = new Span(start, at);
        return new Piece(close ? Type.CLOSE : Type.OPEN, bare(name), "", attributes, span, closed);
    }

    /** Index of the closing bracket outside of quotes, or the end of the text. */
    private int endOfTag(int start) {
        char quote = 0;
        int limit = Math.min(text.length(), start + LONGEST_TAG);
        for (int i = start; i < limit; i++) {
            char letter = text.charAt(i);
            if (quote != 0) {
                quote = letter == quote ? 0 : quote;
            } else if (letter == '>') {
                return i;
            } else if ((letter == '"' || letter == '\'') && text.charAt(i - 1) == '=') {
                quote = letter;
            }
        }
        return limit;
    }

    private int after(String mark, int from) {
        int found = text.indexOf(mark, from);
        return found < 0 ? text.length() : found + mark.length();
    }

    private static String bare(String name) {
        return name.substring(name.indexOf(':') + 1);
    }

    private static String decoded(String raw) {
        if (raw.indexOf('&') < 0) {
            return raw;
        }
        return REFERENCE
                .matcher(raw)
                .replaceAll(match -> Matcher.quoteReplacement(character(match.group(1))));
    }

    private static String character(String reference) {
        if (reference.charAt(0) != '#') {
            return ENTITIES.getOrDefault(reference.toLowerCase(Locale.ROOT), "&" + reference + ";");
        }
        boolean hex = Character.toLowerCase(reference.charAt(1)) == 'x';
        int point = Integer.parseInt(reference.substring(hex ? 2 : 1), hex ? 16 : 10);
        return Character.isValidCodePoint(point) ? Character.toString(point) : "\uFFFD";
    }
}
