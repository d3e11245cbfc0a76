package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Coverage;
import latchkey.analyzer.evidence.Notes;
import latchkey.analyzer.evidence.Sink;
import latchkey.analyzer.intake.Item;
import latchkey.analyzer.intake.RefusedException;
import latchkey.analyzer.intake.TextStream;
import latchkey.rules.rule.SourceKind;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads any file of the input: finds its format and hands what matters to a sink. Threads may share
 * it.
 */
public final class Reader {
    /** Kind of files that are no text. */
    public static final SourceKind UNKNOWN = new SourceKind("unknown");

    private static final int HEAD = 16 << 10;
    private static final int CERTAIN = 100;

    private final List<Format> formats;
    private final Anchors anchors;

    /**
     * @param ruleAnchors what the rules look for; their indices are the ids given to the sink
     */
    public Reader(List<Format> formats, List<String> ruleAnchors) {
        List<Format> all = new ArrayList<>(formats);
        all.add(new PlainText());
        this.formats = List.copyOf(all);
        this.anchors = new Anchors(ruleAnchors, this.formats);
    }

    /**
     * Reads one file. Fails only when it cannot be opened; what goes wrong later is told by the
     * coverage.
     */
    public Coverage read(Item item, Sink sink) throws IOException {
        try (InputStream raw = item.open()) {
            PushbackInputStream input = new PushbackInputStream(raw, HEAD);
            Start start = Start.of(input, HEAD);
            if (Sniff.isBinary(start.bytes)) {
                return binary(item, start.bytes, sink);
            }
            input.unread(start.bytes);
            return read(item, TextStream.open(input), sink);
        } catch (RefusedException e) {
            return new Coverage(
                    item.name(),
                    UNKNOWN,
                    0,
                    0,
                    null,
                    null,
                    null,
                    Coverage.Read.REFUSED,
                    Reading.because(e),
                    List.of());
        }
    }

    private Coverage read(Item item, TextStream text, Sink sink) throws IOException {
        Start start = Start.of(text.utf8(), Paragraphs.MODERATE + 1);
        byte[] plain = withoutNuls(start.bytes);
        if (plain.length == 0 && start.bytes.length > 0 && start.whole) {
            return unknown(item, "The file holds nothing but NUL bytes.");
        }
        Format format = surest(new Peek(item.name(), head(plain)));
        InputStream rest = start.failure == null ? text.utf8() : new Failing(start.failure);
        InputStream all = new SequenceInputStream(new ByteArrayInputStream(start.bytes), rest);
        Reading reading =
                format instanceof DocumentFormat document
                        ? document(item.name(), all, document, sink)
                        : lines(new Task(item, start, all), (LineFormat) format, sink);
        if (start.whole && NoteLines.mayStandIn(format, item.name())) {
            Notes notes = NoteLines.in(item.name(), new String(plain, StandardCharsets.UTF_8));
            if (notes != null) {
                sink.notes(notes);
            }
        }
        return reading.coverage(item.name(), format.kind(), text.encoding());
    }

    private Reading lines(Task task, LineFormat format, Sink sink) {
        String file = task.item.name();
        boolean whole = task.start.whole && format instanceof PlainText;
        byte lineEnd = LineEnd.of(task.item, task.start.bytes);
        if (whole) {
            Paragraphs paragraphs = new Paragraphs(file, format, anchors, sink);
            return new LogReader(task.all, lineEnd, format, paragraphs::read).read();
        }
        Records records = new Records(file, format, anchors, sink);
        Reading reading = new LogReader(task.all, lineEnd, format, records::read).read();
        records.finish();
        return reading;
    }

    private Reading document(String file, InputStream all, DocumentFormat format, Sink sink) {
        DocumentPieces pieces = new DocumentPieces(all, format.seam());
        Page page = new Page(file, pieces.next(), sink, anchors::rulesIn);
        while (true) {
            String because = pieces.because();
            if (because != null) {
                page.partly(because);
            }
            if (page.text().isEmpty()) {
                return page.reading(0);
            }
            format.read(page);
            String following = pieces.next();
            if (following.isEmpty()) {
                return page.reading(page.linesSoFar());
            }
            page = page.next(following);
        }
    }

    /** Starts the classes that the first file needs. */
    public static void wake() {
        Peek nothing = new Peek("", "");
        Formats.all().forEach(format -> format.recognises(nothing));
    }

    private Format surest(Peek peek) {
        Format best = formats.getLast();
        int most = 0;
        for (Format format : formats) {
            int certainty = format.recognises(peek);
            if (certainty > most) {
                most = certainty;
                best = format;
            }
            if (most >= Format.SURE) {
                break;
            }
        }
        return best;
    }

    /**
     * A binary file of a kind that is known by its first bytes says for itself why it is not read.
     */
    private Coverage binary(Item item, byte[] bytes, Sink sink) {
        String magic =
                new String(bytes, 0, Math.min(bytes.length, 16), StandardCharsets.ISO_8859_1);
        Peek peek = new Peek(item.name(), magic);
        Format format = surest(peek);
        if (format instanceof DocumentFormat document && document.recognises(peek) == CERTAIN) {
            Page page = new Page(item.name(), "", sink, anchors::rulesIn);
            document.read(page);
            return unread(item, document.kind(), String.valueOf(page.because()));
        }
        return unknown(item, "The file is not text.");
    }

    private static Coverage unknown(Item item, String because) {
        return unread(item, UNKNOWN, because);
    }

    private static Coverage unread(Item item, SourceKind kind, String because) {
        return new Coverage(
                item.name(),
                kind,
                0,
                0,
                null,
                null,
                null,
                Coverage.Read.UNKNOWN_KIND,
                because,
                List.of());
    }

    private static String head(byte[] plain) {
        int length = Math.min(plain.length, HEAD);
        while (length > 0 && length < plain.length && (plain[length] & 0xC0) == 0x80) {
            length--;
        }
        return new String(plain, 0, length, StandardCharsets.UTF_8);
    }

    /** What the head is made of, and the byte after it. */
    private static byte[] withoutNuls(byte[] bytes) {
        byte[] kept = new byte[Math.min(bytes.length, HEAD + 1)];
        int length = 0;
        for (int at = 0; at < bytes.length && length < kept.length; at++) {
            if (bytes[at] != 0) {
                kept[length++] = bytes[at];
            }
        }
        return Arrays.copyOf(kept, length);
    }

    private record Task(Item item, Start start, InputStream all) {}
}
