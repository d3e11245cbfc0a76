package latchkey.analyzer.report.face;

import latchkey.analyzer.report.Report;

import java.io.IOException;
import java.io.Writer;

/**
 * The report as one HTML file: no script, no asset, its own policy, readable on screen and on
 * paper, under 1 MB.
 */
public final class HtmlFace implements Face {
    /** Room for characters that take three bytes. */
    private static final int LENGTH = 330_000;

    @Override
    public void print(Report report, Writer out) throws IOException {
        Stylesheet sheet = Stylesheet.load();
        HtmlLimits limits = HtmlLimits.STANDARD;
        Markup page = new HtmlReport(sheet, limits).of(report);
        while (page.length() > LENGTH && limits.canShrink()) {
            limits = limits.halved();
            page = new HtmlReport(sheet, limits).of(report);
        }
        out.write(page.toString());
        out.flush();
    }
}
