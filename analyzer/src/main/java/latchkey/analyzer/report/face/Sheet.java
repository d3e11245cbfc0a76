package latchkey.analyzer.report.face;

import java.io.IOException;
import java.io.Writer;

/**
 * A page of text: everything put on it passes {@link Visible}, lines are wrapped, colours are its
 * own.
 */
final class Sheet {
    private static final int WIDTH = 100;

    private final StringBuilder page = new StringBuilder();
    private final boolean colour;

    Sheet(boolean colour) {
        this.colour = colour;
    }

    /** What may be coloured, never the only bearer of a meaning. */
    enum Ink {
        PLAIN(""),
        BOLD("\u001b[1m"),
        DIM("\u001b[2m"),
        RED("\u001b[1;31m"),
        GREEN("\u001b[1;32m"),
        YELLOW("\u001b[1;33m"),
        CYAN("\u001b[36m");

        private final String code;

        Ink(String code) {
            this.code = code;
        }
    }

    void blank() {
        page.append('\n');
    }

    void heading(String text) {
        blank();
        line(0, Ink.BOLD, text);
    }

    /** A paragraph of an author, wrapped at blanks. */
    void prose(int indent, Ink ink, String text) {
        wrap(" ".repeat(indent), " ".repeat(indent), ink, Visible.prose(text));
    }

    /** A paragraph behind a mark such as {@code - }. */
    void item(int indent, String mark, String text) {
        String first = " ".repeat(indent) + mark;
        wrap(first, " ".repeat(first.length()), Ink.PLAIN, Visible.prose(text));
    }

    /** Words of a log: kept as they are, wrapped behind a bar. */
    void quote(int indent, String text) {
        String bar = " ".repeat(indent) + "| ";
        wrap(bar, bar, Ink.CYAN, Visible.of(Visible.shortened(text, 1_000)));
    }

    /** One line that must not be broken, such as a command. */
    void line(int indent, Ink ink, String text) {
        emit(" ".repeat(indent), ink, Visible.of(text));
    }

    private void wrap(String first, String next, Ink ink, String text) {
        int room = Math.max(20, WIDTH - first.length());
        String prefix = first;
        int at = 0;
        while (text.length() - at > room) {
            int blank = text.lastIndexOf(' ', at + room);
            int cut = blank > at + room / 2 ? blank : safe(text, at + room);
            emit(prefix, ink, text.substring(at, cut));
            prefix = next;
            at = cut == blank ? cut + 1 : cut;
        }
        emit(prefix, ink, text.substring(at));
    }

    private static int safe(String text, int cut) {
        return Character.isLowSurrogate(text.charAt(cut)) ? cut - 1 : cut;
    }

    private void emit(String prefix, Ink ink, String shown) {
        page.append(prefix);
        if (colour && ink != Ink.PLAIN) {
            page.append(ink.code).append(shown).append("\u001b[0m");
        } else {
            page.append(shown);
        }
        page.append('\n');
    }

    void printTo(Writer out) throws IOException {
        out.append(page);
        out.flush();
    }
}
