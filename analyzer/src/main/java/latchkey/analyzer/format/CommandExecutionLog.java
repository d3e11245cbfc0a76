package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.evidence.RunKey;
import latchkey.analyzer.evidence.Sink;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The agent's record of one command of a handler, with all that the command printed. */
final class CommandExecutionLog implements LineFormat {
    private static final SourceKind KIND = new SourceKind("command-execution-log");
    private static final String EXECUTING = " Executing: ";

    /** {@code [01/13/2016 04:05:49.89] Executing: C:\Packages\Plugins\...\install.cmd}. */
    private static final Pattern START =
            Pattern.compile("(?m)^.{0,26}\\d\\d:\\d\\d:\\d\\d[.\\d]{0,8}[\\]Z] Executing: \\S");

    private static final Pattern COMMAND =
            Pattern.compile("(?i)[\\\\/]Plugins[\\\\/]([\\w.-]+)[\\\\/](\\d+(?:\\.\\d+)*)[\\\\/]");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        String name = peek.baseName();
        boolean named =
                name.startsWith("commandexecution")
                        && Grammar.isLogName(name)
                        && !Grammar.isDocument(peek);
        boolean executing = START.matcher(peek.head()).find();
        boolean output =
                peek.head().contains("Execution Output:")
                        && peek.head().contains("Execution Complete.");
        return named ? 97 : executing || output ? 95 : 0;
    }

    @Override
    public List<String> landmarks() {
        return List.of(EXECUTING, "Execution Complete.", "Execution Error:");
    }

    @Override
    public @Nullable Header header(String line) {
        return LogHead.any(line);
    }

    @Override
    public void read(Entry entry, Sink sink) {
        String line = entry.lines().getFirst().text();
        int at = line.indexOf(EXECUTING);
        Matcher command = COMMAND.matcher(line);
        if (at >= 0 && command.find(at) && !AgentEvents.isRemoval(line)) {
            RunKey run = new RunKey(command.group(1), command.group(2), null);
            Quote quote = entry.quoteAt(at);
            sink.mark(new Mark(Mark.Type.RUN_STARTED, run, entry.time(), quote));
            AgentEvents.vmAccess(sink, run, entry.time(), quote);
        }
    }
}
