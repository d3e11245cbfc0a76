package latchkey.analyzer.redaction;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A name with its value behind it, as JSON, XML, connection strings, queries, command lines and
 * registry exports write it.
 *
 * @param name letters and digits of the name in lower case
 * @param start of the value, behind its quotation mark
 */
record NamedValue(String name, int start, int end, boolean isQuoted, Link link) {
    private static final int LONGEST_NAME = 80;

    /** A bare value is looked at so far; who takes it looks for its end. */
    static final int LONGEST_LOOK = 256;

    private static final List<String> VERBS = List.of("is ", "was ", "to ", "as ", "of ", "ist ");

    static final String NAME_MARKS = "_-.";

    /** What stands between the name and the value. */
    enum Link {
        SIGN,
        FLAG,
        MARKUP,
        BLANK
    }

    /** Receives what was found. */
    interface Reader {
        boolean wants(String name);

        /** A quick no to a name where it stands; true where {@link #wants} has to decide. */
        default boolean mayWant(Passage passage, int start, int end) {
            return true;
        }

        /** Where to go on: behind the value where it was taken, at its start where not. */
        int read(Passage passage, NamedValue value);
    }

    static void each(Passage passage, Reader reader) {
        int at = 0;
        while (at < passage.length()) {
            if (!Passage.isAlphanumeric(passage.at(at))) {
                at++;
                continue;
            }
            int end = passage.runEnd(at, NAME_MARKS);
            if (!reader.mayWant(passage, at, end)) {
                at = end;
                continue;
            }
            String name = normalized(passage, Math.max(at, end - LONGEST_NAME), end);
            NamedValue value = reader.wants(name) ? behind(passage, name, at, end) : null;
            at =
                    value != null && value.end > value.start
                            ? Math.max(end, reader.read(passage, value))
                            : end;
        }
    }

    /** "Account Name" is one name. */
    private static String normalized(Passage passage, int start, int end) {
        StringBuilder name = new StringBuilder();
        for (int i = start; i < end; i++) {
            if (NAME_MARKS.indexOf(passage.at(i)) < 0) {
                name.append(passage.folded().charAt(i));
            }
        }
        if (name.length() == 4 && name.indexOf("name") == 0 && passage.at(start - 1) == ' ') {
            int before = passage.runStart(start - 1, "", 12);
            name.insert(0, passage.folded().substring(before, start - 1));
        }
        return name.toString();
    }

    private static @Nullable NamedValue behind(
            Passage passage, String name, int nameStart, int nameEnd) {
        int mark = passage.quoteLength(nameEnd);
        int at = passage.skipBlanks(nameEnd + mark);
        int signed = behindSign(passage, at, mark > 0);
        if (signed >= 0) {
            return value(passage, name, signed, Link.SIGN);
        }
        int opened = behindMarkup(passage, at, nameStart, mark > 0);
        if (opened >= 0) {
            return new NamedValue(name, opened, markupEnd(passage, opened), true, Link.MARKUP);
        }
        if (isFlag(passage, nameStart) && at > nameEnd) {
            return value(
                    passage,
                    name,
                    passage.at(at) == ',' ? passage.skipBlanks(at + 1) : at,
                    Link.FLAG);
        }
        return mark == 0 && at > nameEnd
                ? value(passage, name, skipVerb(passage, at), Link.BLANK)
                : null;
    }

    private static int skipVerb(Passage passage, int at) {
        for (String verb : VERBS) {
            if (passage.has(at, verb)) {
                return passage.skipBlanks(at + verb.length());
            }
        }
        return at;
    }

    private static int behindSign(Passage passage, int at, boolean nameIsQuoted) {
        int sign = -1;
        if (passage.at(at) == ':' || passage.at(at) == '=') {
            sign = at + 1;
            while (passage.at(sign) == '=' || passage.at(sign) == '>') {
                sign++;
            }
        } else if (passage.has(at, "%3a") || passage.has(at, "%3d")) {
            sign = at + 3;
        } else if (passage.at(at) == '(' && passage.quoteLength(at + 1) > 0) {
            sign = at + 1;
        } else if (passage.has(at, "reg_")) {
            sign = passage.runEnd(at, "_");
        } else if (nameIsQuoted && passage.has(at, "value")) {
            int equals = passage.skipBlanks(at + 5);
            sign = passage.at(equals) == '=' ? equals + 1 : -1;
        }
        if (sign < 0) {
            return -1;
        }
        int start = passage.skipBlanks(sign);
        boolean isBelow = nameIsQuoted && Passage.isLineEnd(passage.at(start));
        start = isBelow ? skipSpace(passage, start) : start;
        return passage.at(start) == '[' && passage.quoteLength(start + 1) > 0 ? start + 1 : start;
    }

    private static int skipSpace(Passage passage, int from) {
        int at = from;
        while (at < passage.length() && at - from < 200 && Character.isWhitespace(passage.at(at))) {
            at++;
        }
        return at;
    }

    /** An element's text, also behind the Value element of answer files; -1 when there is none. */
    private static int behindMarkup(Passage passage, int at, int nameStart, boolean nameIsQuoted) {
        int length = passage.at(at) == '>' ? 1 : passage.has(at, "&gt;") ? 4 : 0;
        if (length == 0 || !(nameIsQuoted || isElement(passage, nameStart))) {
            return -1;
        }
        int start = skipSpace(passage, at + length);
        if (passage.has(start, "<value>")) {
            return start + 7;
        }
        return passage.has(start, "&lt;value&gt;") ? start + 13 : start;
    }

    private static boolean isElement(Passage passage, int nameStart) {
        for (int at = nameStart - 1; at >= 0 && nameStart - at < 24; at--) {
            char c = passage.at(at);
            if (c == '<' || passage.has(at, "&lt;")) {
                return true;
            }
            if (Passage.isBlank(c) || c == '>' || c == '/') {
                return false;
            }
        }
        return false;
    }

    private static int markupEnd(Passage passage, int from) {
        int at = from;
        while (at < passage.length()
                && passage.at(at) != '<'
                && !passage.has(at, "&lt;")
                && !Passage.isLineEnd(passage.at(at))) {
            at++;
        }
        return at;
    }

    private static boolean isFlag(Passage passage, int nameStart) {
        int at = nameStart - 1;
        char sign = passage.at(at);
        if (sign == '-' && passage.at(at - 1) == '-') {
            at--;
        }
        char before = passage.at(at - 1);
        return (sign == '-' || sign == '/')
                && !Passage.isWord(before)
                && before != '/'
                && before != '.';
    }

    private static @Nullable NamedValue value(Passage passage, String name, int at, Link link) {
        int mark = passage.quoteLength(at);
        if (mark > 0) {
            int end = passage.quotedEnd(at + mark, passage.value(at, at + mark));
            return new NamedValue(name, at + mark, end, true, link);
        }
        if (passage.at(at) == '{' && name.endsWith("protectedsettings")) {
            return new NamedValue(name, at, objectEnd(passage, at), false, link);
        }
        return new NamedValue(name, at, bareEnd(passage, at, link != Link.SIGN), false, link);
    }

    private static int objectEnd(Passage passage, int from) {
        int depth = 0;
        int end = Math.min(passage.length(), from + 64 * 1024);
        for (int at = from; at < end; at++) {
            char c = passage.at(at);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return at + 1;
            }
        }
        return end;
    }

    /** To the blank; behind a sign also to a mark that ends a field. */
    private static int bareEnd(Passage passage, int from, boolean toBlank) {
        int at = from;
        while (at < passage.length() && at - from < LONGEST_LOOK) {
            char c = passage.at(at);
            if (Character.isWhitespace(c) || c == '"' || c == 0 || (c == '{' && at == from)) {
                return at;
            }
            if (!toBlank && (c == '<' || (isFieldEnd(c) && isFieldEnd(passage, at)))) {
                return at;
            }
            at++;
        }
        return at;
    }

    private static boolean isFieldEnd(char c) {
        return c == ';' || c == ',' || c == '&' || c == ')' || c == '}' || c == ']' || c == '\'';
    }

    /**
     * A mark inside of a password is followed by more of it, one behind a field by a blank, a mark
     * or the next name.
     */
    private static boolean isFieldEnd(Passage passage, int at) {
        char next = passage.at(at + 1);
        if (passage.at(at) == ';'
                || next == 0
                || Character.isWhitespace(next)
                || isFieldEnd(next)
                || next == '"') {
            return true;
        }
        int end = at + 1;
        while (end - at < 40 && (Passage.isWord(passage.at(end)) || passage.at(end) == '.')) {
            end++;
        }
        char sign = passage.at(end);
        return end > at + 1 && (sign == '=' || sign == ':' || sign == ';');
    }
}
