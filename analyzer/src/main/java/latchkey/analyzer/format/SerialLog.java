package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.Sink;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a machine wrote to its serial port: boot, setup, the administration console, health reports.
 */
final class SerialLog implements LineFormat {
    private static final SourceKind KIND = new SourceKind("serial-log");
    private static final PlainText TEXT = new PlainText();
    private static final List<String> HARD =
            List.of(
                    "SAC>",
                    "Computer is booting, SAC started",
                    "The SAC will become unavailable",
                    "EVENT:   The CMD command is now available",
                    "<machine-info>",
                    "BdsDxe: ",
                    "UEFI: Event Log Start");

    private static final String BOOT = "Computer is booting, SAC started";

    private static final List<String> LANDMARKS =
            Stream.concat(HealthFacts.LANDMARKS.stream(), Stream.of(BOOT)).toList();

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        String name = peek.baseName();
        String head = peek.head();
        boolean words = HARD.stream().anyMatch(head::contains);
        boolean named =
                name.contains("serial") && Grammar.isLogName(name) && !Grammar.isDocument(peek);
        return words ? 88 : named ? 70 : 0;
    }

    @Override
    public List<String> landmarks() {
        return LANDMARKS;
    }

    @Override
    public @Nullable Header header(String line) {
        // sc.exe answers below the command that names the service.
        return line.startsWith("[SC] ") ? null : TEXT.header(line);
    }

    @Override
    public void read(Entry entry, Sink sink) {
        HealthFacts.read(entry, sink);
        if (entry.text().contains(BOOT)) {
            sink.mark(
                    new Mark(
                            Mark.Type.BOOT,
                            null,
                            entry.time(),
                            entry.quoteAt(entry.text().indexOf(BOOT))));
        }
    }

    @Override
    public boolean blankLineEnds() {
        return true;
    }
}
