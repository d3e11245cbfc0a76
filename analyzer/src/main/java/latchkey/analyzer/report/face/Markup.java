package latchkey.analyzer.report.face;

import java.util.Locale;

/**
 * Writes HTML or XML that words cannot break out of: names are constants, everything else is
 * escaped on its way in.
 */
final class Markup {
    private final StringBuilder page = new StringBuilder();

    /** Names of elements. */
    enum Tag {
        HTML,
        HEAD,
        META,
        TITLE,
        STYLE,
        BODY,
        MAIN,
        HEADER,
        SECTION,
        H1,
        H2,
        H3,
        P,
        DIV,
        SPAN,
        STRONG,
        UL,
        OL,
        LI,
        PRE,
        CODE,
        A,
        DETAILS,
        SUMMARY,
        TABLE,
        THEAD,
        TBODY,
        TR,
        TH,
        TD,
        FOOTER,
        TESTSUITE,
        TESTCASE,
        FAILURE,
        SKIPPED,
        ERROR;

        private final String word = name().toLowerCase(Locale.ROOT);
    }

    /**
     * Names of attributes; none of them is read as code, and links are set by {@link #link} only.
     */
    enum Attribute {
        LANG,
        CHARSET,
        NAME,
        CONTENT,
        HTTP_EQUIV,
        CLASS,
        ID,
        SCOPE,
        OPEN,
        TESTS,
        FAILURES,
        ERRORS,
        SKIPPED,
        TIME,
        CLASSNAME,
        MESSAGE,
        TYPE;

        private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** An attribute with its value. */
    record With(Attribute attribute, String value) {}

    static With with(Attribute attribute, String value) {
        return new With(attribute, value);
    }

    Markup doctype() {
        page.append("<!doctype html>\n");
        return this;
    }

    Markup xmlDeclaration() {
        page.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        return this;
    }

    Markup open(Tag tag, With... attributes) {
        page.append('<').append(tag.word);
        for (With one : attributes) {
            page.append(' ').append(one.attribute().word).append("=\"");
            escape(one.value());
            page.append('"');
        }
        page.append('>');
        return this;
    }

    Markup close(Tag tag) {
        page.append("</").append(tag.word).append('>');
        return this;
    }

    /** A line break of the page's own. */
    Markup line() {
        page.append('\n');
        return this;
    }

    Markup text(String text) {
        escape(text);
        return this;
    }

    /** An element that holds only text. */
    Markup element(Tag tag, String text, With... attributes) {
        return open(tag, attributes).text(text).close(tag).line();
    }

    /** A reference of a rule: a link when it is a plain https address, else only its text. */
    Markup link(String address) {
        if (!address.matches("https://[A-Za-z0-9./_?=&#%~:+,-]{1,500}")) {
            return text(address);
        }
        page.append("<a rel=\"noreferrer\" href=\"");
        escape(address);
        page.append("\">");
        escape(address);
        page.append("</a>");
        return this;
    }

    /** A link to a place of the same page. */
    Markup jump(String anchor, String text) {
        page.append("<a href=\"#");
        escape(anchor);
        page.append("\">");
        escape(text);
        page.append("</a>");
        return this;
    }

    /** The stylesheet, a resource of ours that no word of a report reaches. */
    Markup style(Stylesheet sheet) {
        page.append("<style>").append(sheet.css()).append("</style>\n");
        return this;
    }

    int length() {
        return page.length();
    }

    @Override
    public String toString() {
        return page.toString();
    }

    private void escape(String text) {
        String shown = Visible.of(text);
        for (int i = 0; i < shown.length(); i++) {
            char unit = shown.charAt(i);
            switch (unit) {
                case '&' -> page.append("&amp;");
                case '<' -> page.append("&lt;");
                case '>' -> page.append("&gt;");
                case '"' -> page.append("&quot;");
                case '\'' -> page.append("&#39;");
                case '`' -> page.append("&#96;");
                default -> page.append(unit);
            }
        }
    }
}
