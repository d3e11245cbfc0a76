package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Fact;
import latchkey.analyzer.evidence.FactName;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.evidence.RunKey;
import latchkey.analyzer.evidence.Sink;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The messages of the agent that tell of its own life and of the runs of its handlers. */
final class AgentEvents {
    private static final String HANDLER = "([A-Za-z][\\w-]*(?:\\.[\\w-]+)+)";
    private static final String VERSION = "(\\d+(?:\\.\\d+)*)";

    /** Errors are wanted although no rule may know them. */
    private static final List<String> ERRORS = List.of("] [ERROR] ", "Z [ERROR] ");

    private static final List<Saying> SAYINGS =
            List.of(
                    new Saying(
                            "Processing plugin ",
                            HANDLER + " version " + VERSION,
                            Mark.Type.RUN_STARTED),
                    new Saying("Beginning enable of plugin ", HANDLER, Mark.Type.RUN_STARTED),
                    new Saying(
                            "Plugin enabled (handler name: ",
                            HANDLER + ", extension name: [^,]{0,200}, version: " + VERSION,
                            Mark.Type.RUN_SUCCEEDED),
                    new Saying("Successfully enabled plugin ", HANDLER, Mark.Type.RUN_SUCCEEDED),
                    new Saying(
                            "Setting the install state of the handler ",
                            HANDLER + "_" + VERSION + " to Enabled",
                            Mark.Type.RUN_SUCCEEDED),
                    new Saying(
                            "Enable failed for plugin (name: ",
                            HANDLER + ", version:? " + VERSION,
                            Mark.Type.RUN_FAILED),
                    new Saying(
                            "Install failed for plugin (name: ",
                            HANDLER + ", version:? " + VERSION,
                            Mark.Type.RUN_FAILED),
                    new Saying(
                            "Error while processing plugin ",
                            HANDLER + " version " + VERSION,
                            Mark.Type.RUN_FAILED));

    /**
     * Such as {@code Plugin (name: Publisher.Type, version: 1.0) enabled successfully., Code: 0}.
     */
    private static final String ENABLED_LANDMARK = "enabled successfully., Code: 0";

    private static final Pattern ENABLED =
            Pattern.compile(
                    "name:? "
                            + HANDLER
                            + "\\W.{0,200}?version:? "
                            + VERSION
                            + "\\W.{0,80}?enabled successfully");

    private static final String EXITED = " has exited with Exit code: ";
    private static final String KILLED = " has not exited on time! Killing it";

    /**
     * {@code Command <path> of <handler> has ...} or {@code Enable command of <handler> has ...}.
     */
    private static final Pattern COMMAND =
            Pattern.compile(
                    "(?:Command (.{1,400}?)|(\\w+) command) of "
                            + HANDLER
                            + " has (?:exited with Exit code: (-?\\d+)|not exited on time)");

    private static final Pattern FOLDER = Pattern.compile("[\\\\/]" + VERSION + "[\\\\/]");

    private static final String STARTING = "WindowsAzureGuestAgent starting. Version ";
    private static final String STOPPING = "WindowsAzureGuestAgent stopping";
    private static final List<String> ALIVE =
            List.of(
                    "WindowsAzureGuestAgent Heartbeat.",
                    "Starting installation/update of plugins. Incarnation: ");

    private static final List<String> LANDMARKS =
            Stream.of(
                            SAYINGS.stream().map(Saying::landmark),
                            ERRORS.stream(),
                            ALIVE.stream(),
                            Stream.of(ENABLED_LANDMARK, EXITED, KILLED, STARTING, STOPPING),
                            HealthFacts.LANDMARKS.stream())
                    .flatMap(landmarks -> landmarks)
                    .toList();

    private AgentEvents() {}

    static List<String> landmarks() {
        return LANDMARKS;
    }

    static void read(Entry entry, Sink sink) {
        HealthFacts.read(entry, sink);
        String line = entry.lines().getFirst().text();
        for (Saying saying : SAYINGS) {
            int at = line.indexOf(saying.landmark);
            if (at < 0) {
                continue;
            }
            Matcher matcher = saying.pattern.matcher(line);
            if (matcher.find(at)) {
                String version = matcher.groupCount() > 1 ? matcher.group(2) : null;
                run(entry, sink, saying.type, new RunKey(matcher.group(1), version, null), at);
                return;
            }
        }
        Matcher enabled = line.contains(ENABLED_LANDMARK) ? ENABLED.matcher(line) : null;
        if (enabled != null && enabled.find()) {
            RunKey run = new RunKey(enabled.group(1), enabled.group(2), null);
            run(entry, sink, Mark.Type.RUN_SUCCEEDED, run, enabled.start());
        } else if (line.contains(EXITED) || line.contains(KILLED)) {
            command(entry, line, sink);
        } else {
            agent(entry, line, sink);
        }
    }

    /** A command that ended badly or was killed; taking a handler away is no run of it. */
    private static void command(Entry entry, String line, Sink sink) {
        Matcher matcher = COMMAND.matcher(line);
        if (!matcher.find() || Objects.equals(matcher.group(4), "0")) {
            return;
        }
        String path = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
        if (isRemoval(path)) {
            return;
        }
        Matcher folder = FOLDER.matcher(path);
        String version = folder.find() ? folder.group(1) : null;
        run(
                entry,
                sink,
                Mark.Type.RUN_FAILED,
                new RunKey(matcher.group(3), version, null),
                matcher.start());
    }

    static boolean isRemoval(String command) {
        String last =
                command.substring(Math.max(command.lastIndexOf('\\'), command.lastIndexOf('/')) + 1)
                        .toLowerCase(Locale.ROOT);
        return last.contains("disable") || last.contains("uninstall");
    }

    private static void agent(Entry entry, String line, Sink sink) {
        int starting = line.indexOf(STARTING);
        if (starting >= 0) {
            mark(entry, sink, Mark.Type.AGENT_STARTED, starting);
            String version = firstWord(line.substring(starting + STARTING.length()));
            if (!version.isEmpty()) {
                sink.fact(
                        new Fact(
                                FactName.AGENT_VERSION,
                                version,
                                entry.time(),
                                entry.quoteAt(starting)));
            }
            sink.fact(
                    new Fact(FactName.OS_FAMILY, "Windows", entry.time(), entry.quoteAt(starting)));
        } else if (line.contains(STOPPING)) {
            mark(entry, sink, Mark.Type.AGENT_STOPPING, line.indexOf(STOPPING));
        } else {
            for (String sign : ALIVE) {
                int at = line.indexOf(sign);
                if (at >= 0) {
                    mark(entry, sink, Mark.Type.AGENT_ALIVE, at);
                }
            }
        }
    }

    private static String firstWord(String text) {
        String word = text.strip().split("\\s", 2)[0];
        return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    }

    private static void mark(Entry entry, Sink sink, Mark.Type type, int at) {
        sink.mark(new Mark(type, null, entry.time(), entry.quoteAt(at)));
    }

    private static void run(Entry entry, Sink sink, Mark.Type type, RunKey run, int at) {
        Quote quote = entry.quoteAt(at);
        sink.mark(new Mark(type, run, entry.time(), quote));
        if (type != Mark.Type.RUN_SUCCEEDED || entry.text().contains("Plugin enabled")) {
            vmAccess(sink, run, entry.time(), quote);
        }
    }

    /**
     * The facts that a run of the VMAccess handler gives away; the Windows one has a name of its
     * own.
     */
    static void vmAccess(Sink sink, RunKey run, @Nullable Instant time, Quote quote) {
        String version = run.version();
        if (run.isVmAccess() && version != null) {
            sink.fact(new Fact(FactName.OS_FAMILY, "Windows", time, quote));
            sink.fact(new Fact(FactName.VMACCESS_VERSION, version, time, quote));
        }
    }

    /** A fixed text and what follows it. */
    private record Saying(String landmark, Pattern pattern, Mark.Type type) {
        Saying(String landmark, String rest, Mark.Type type) {
            this(landmark, Pattern.compile(Pattern.quote(landmark) + rest), type);
        }
    }
}
