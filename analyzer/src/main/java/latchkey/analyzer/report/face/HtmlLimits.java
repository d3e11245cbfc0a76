package latchkey.analyzer.report.face;

/**
 * How much of a report goes on an HTML page.
 *
 * @param findings causes, symptoms, past failures, fixes and clusters, each
 * @param lines quoted lines of one finding
 * @param rows of the tables of files and rules
 * @param text characters of one text
 */
record HtmlLimits(int findings, int lines, int rows, int text) {
    static final HtmlLimits STANDARD = new HtmlLimits(30, 20, 400, 2_000);

    boolean canShrink() {
        return text > 8;
    }

    HtmlLimits halved() {
        return new HtmlLimits(
                Math.max(1, findings / 2),
                Math.max(1, lines / 2),
                Math.max(1, rows / 2),
                Math.max(1, text / 2));
    }
}
