package latchkey.simulator.cli;

import picocli.CommandLine.Model.CommandSpec;

import java.io.PrintWriter;

/** The streams of one command: results to one, everything said along the way to the other. */
record Console(PrintWriter out, PrintWriter err) {
    static final int DONE = 0;
    static final int OTHERWISE = 1;
    static final int USAGE = 2;

    static Console of(CommandSpec spec) {
        return new Console(spec.commandLine().getOut(), spec.commandLine().getErr());
    }

    /** Sentences to the person, one a line. */
    void say(String sentences) {
        sentences.lines().forEach(line -> err.print("latchkey: " + line + "\n"));
        err.flush();
    }

    /** The command cannot be done as it was given. */
    int refuse(String sentences) {
        say(sentences);
        return USAGE;
    }
}
