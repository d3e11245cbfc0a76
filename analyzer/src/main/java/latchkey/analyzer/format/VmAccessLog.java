package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Level;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.evidence.RunKey;
import latchkey.analyzer.evidence.Sink;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.regex.Pattern;

/** The VMAccess handler's own log, {@code JsonVMAccessExtension.log}. */
final class VmAccessLog implements LineFormat {
    private static final SourceKind KIND = new SourceKind("vmaccess-log");

    /** The misspelling is the handler's own. */
    private static final List<String> SUCCESSES =
            List.of("Succesfully updated", "Successfully updated");

    private static final List<String> LANDMARKS =
            List.of(
                    "Z\t[Error]:\t",
                    "Z [Error]: ",
                    "Z\t[Error]: ",
                    "  [Error]:  ",
                    "Applying username and password changes",
                    "VMAccessExtension.OnEnable",
                    SUCCESSES.getFirst(),
                    SUCCESSES.getLast());

    /** What only this handler writes. */
    private static final Pattern WORDS =
            Pattern.compile(
                    "VMAccess|Remote Desktop Connection settings|built-in Administrator"
                        + " account|RemoteAccessAccountManager|SetPassword|Succesfully updated");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        RunKey place = Place.runOf(peek.name());
        int content = Grammar.handler(peek);
        String name = peek.baseName();
        if (!Grammar.isLogName(name)
                || Grammar.isDocument(peek)
                || (place != null && !place.isVmAccess())) {
            return content > 0 && place == null && WORDS.matcher(peek.head()).find() ? 90 : 0;
        }
        if (name.startsWith("jsonvmaccessextension")
                || (place != null && name.startsWith("extension"))) {
            return 96;
        }
        if (content > 0 && (place != null || WORDS.matcher(peek.head()).find())) {
            return 92;
        }
        return place == null ? 0 : 60;
    }

    @Override
    public List<String> landmarks() {
        return LANDMARKS;
    }

    @Override
    public @Nullable Header header(String line) {
        return LogHead.any(line);
    }

    @Override
    public Opening opening(byte[] bytes, int from, int to) {
        return LogHead.opening(bytes, from, to, Opening.STARTS);
    }

    @Override
    public void read(Entry entry, Sink sink) {
        RunKey place = entry.run();
        RunKey run = place == null ? new RunKey(RunKey.VMACCESS, null, null) : place;
        String text = entry.text();
        int success = SUCCESSES.stream().mapToInt(text::indexOf).max().orElse(-1);
        if (entry.level() == Level.ERROR) {
            mark(entry, sink, run, Mark.Type.STATUS_ERROR, 0);
        } else if (success >= 0) {
            mark(entry, sink, run, Mark.Type.STATUS_SUCCESS, success);
        }
    }

    private static void mark(Entry entry, Sink sink, RunKey run, Mark.Type type, int at) {
        Quote quote = entry.quoteAt(at);
        sink.mark(new Mark(type, run, entry.time(), quote));
        AgentEvents.vmAccess(sink, run, entry.time(), quote);
    }
}
