package latchkey.analyzer.report.face;

import java.io.IOException;
import java.io.Writer;
import latchkey.analyzer.report.Report;

/** One way to show a report. */
public interface Face {
    void print(Report report, Writer out) throws IOException;
}
