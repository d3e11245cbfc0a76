package latchkey.analyzer.cli;

import latchkey.analyzer.report.Triage;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;

/** The command {@code latchkey}: parses, runs one command, and turns its end into an exit code. */
public final class Latchkey {
    static final int DONE = 0;
    static final int FOUND = 1;
    static final int USAGE = 2;
    static final int UNREADABLE = 3;
    static final int UNDECIDED = 4;
    static final int CRASH = 70;

    /** Commands that are sure to ask the engine: it is made while the command line is parsed. */
    private static final Set<String> ENGINE_USERS = Set.of("triage", "batch", "why-not");

    private final Map<String, String> environment;
    private final Terminal terminal;

    public Latchkey(Map<String, String> environment, Terminal terminal) {
        this.environment = Map.copyOf(environment);
        this.terminal = terminal;
    }

    public static void main(String[] args) {
        boolean usesEngine = args.length > 1 && ENGINE_USERS.contains(args[0]);
        if (usesEngine) {
            Triage.prepare();
        }
        PrintStream out = stream(FileDescriptor.out);
        PrintStream err = stream(FileDescriptor.err);
        int code =
                new Latchkey(System.getenv(), Terminal.ofProcess()).run(args, out, err, System.in);
        out.flush();
        err.flush();
        if (usesEngine) {
            // An orderly exit asks for loggers first; these commands have nothing left to do.
            Runtime.getRuntime().halt(code);
        }
        System.exit(code);
    }

    private static PrintStream stream(FileDescriptor descriptor) {
        return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
    }

    /** Runs one command line; never throws. */
    public int run(String[] args, PrintStream out, PrintStream err, InputStream in) {
        Console console = Console.of(out, err, in, terminal, environment);
        try {
            return new CommandTree(console).run(args);
        } catch (UsageException e) {
            console.say(e.getMessage());
            e.hint().ifPresent(console::say);
            return USAGE;
        } catch (IOException e) {
            console.say(Reasons.of(e));
            return UNREADABLE;
        } catch (Throwable e) {
            return crash(e, console);
        } finally {
            console.flush();
        }
    }

    private static int crash(Throwable failure, Console console) {
        try {
            Path log = Files.createTempFile("latchkey-crash-", ".log");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(log))) {
                writeTrace(failure, writer);
            }
            console.say("Latchkey failed because of a mistake of its own. Details are in " + log);
        } catch (IOException e) {
            console.say(
                    "Latchkey failed because of a mistake of its own, and no log file could be"
                            + " written.");
        }
        return CRASH;
    }

    /** Types and frames only: messages of exceptions may quote what was read. */
    private static void writeTrace(Throwable failure, PrintWriter writer) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            writer.println(cause.getClass().getName());
            for (StackTraceElement frame : cause.getStackTrace()) {
                writer.println("    at " + frame);
            }
            cause = cause.getCause();
        }
    }
}
