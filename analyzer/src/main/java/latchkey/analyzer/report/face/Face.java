package latchkey.analyzer.report.face;

import latchkey.analyzer.report.Report;

import java.io.IOException;
import java.io.Writer;

/** One way to show a report. */
public interface Face {
    void print(Report report, Writer out) throws IOException;
}
