package latchkey.analyzer.cli;

import latchkey.analyzer.report.face.Visible;

import java.io.InputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The streams of one run: results go to {@code out}, everything said along the way to {@code err}.
 */
record Console(
        PrintWriter out,
        PrintWriter err,
        InputStream in,
        Terminal terminal,
        Map<String, String> environment) {

    static Console of(
            PrintStream out,
            PrintStream err,
            InputStream in,
            Terminal terminal,
            Map<String, String> environment) {
        return new Console(writer(out), writer(err), in, terminal, environment);
    }

    private static PrintWriter writer(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), false);
    }

    /** One sentence to the person, on standard error. */
    void say(String sentence) {
        err.print("latchkey: " + Visible.of(sentence) + "\n");
        err.flush();
    }

    void flush() {
        out.flush();
        err.flush();
    }
}
