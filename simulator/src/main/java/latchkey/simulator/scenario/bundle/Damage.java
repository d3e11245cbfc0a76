package latchkey.simulator.scenario.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * How texts of a guest may look that were written or handled otherwise than usual. Each is a way
 * from content to content; what they say stays the same but for what a cut takes away.
 */
public enum Damage {
    /** UTF-8 with a byte order mark. */
    BOM {
        @Override
        Ink done(Ink ink) {
            return out -> {
                out.write(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf});
                ink.pour(out);
            };
        }
    },
    /** UTF-16, little-endian, with a byte order mark. */
    UTF16 {
        @Override
        Ink done(Ink ink) {
            return out -> {
                out.write(new byte[] {(byte) 0xff, (byte) 0xfe});
                recode(ink, out, StandardCharsets.UTF_16LE);
            };
        }
    },
    /** The code page of western Windows; what it lacks becomes a question mark. */
    CP1252 {
        @Override
        Ink done(Ink ink) {
            return out -> recode(ink, out, Charset.forName("windows-1252"));
        }
    },
    /** The zeros of a file whose machine was cut off before its last page was written. */
    NUL {
        @Override
        Ink done(Ink ink) {
            return out -> {
                ink.pour(out);
                out.write(new byte[ZEROS]);
            };
        }
    },
    /** Line feeds alone. */
    LF {
        @Override
        Ink done(Ink ink) {
            return out -> {
                WithoutReturns lines = new WithoutReturns(out);
                ink.pour(lines);
                lines.finish();
            };
        }
    },
    /** The first quarter is gone, in the middle of a record. */
    HEAD_CUT {
        @Override
        Ink done(Ink ink) {
            return out -> ink.pour(new Window(out, size(ink) / 4, Long.MAX_VALUE));
        }
    },
    /** The last record is cut in its middle. */
    TAIL_CUT {
        @Override
        Ink done(Ink ink) {
            return out -> ink.pour(new Window(out, 0, Math.max(0, size(ink) - LAST_BYTES)));
        }
    };

    private static final int ZEROS = 4096;
    private static final int LAST_BYTES = 24;

    /** Files a program wrote as plain text. */
    private static final Set<Piece.Kind> TEXTS =
            Set.of(Piece.Kind.AGENT_LOG, Piece.Kind.GUEST_TEXT);

    /** The content after it. */
    abstract Ink done(Ink ink);

    /** The piece after it; pieces it does not befall stay as they are. */
    public Piece befall(Piece piece) {
        boolean cut = this == HEAD_CUT || this == TAIL_CUT;
        boolean hit = cut ? piece.kind() == Piece.Kind.AGENT_LOG : TEXTS.contains(piece.kind());
        return hit ? piece.with(done(piece.ink())) : piece;
    }

    private static void recode(Ink ink, OutputStream out, Charset to) throws IOException {
        Recoder recoder = new Recoder(out, to);
        ink.pour(recoder);
        recoder.finish();
    }

    private static long size(Ink ink) throws IOException {
        Window counter = new Window(OutputStream.nullOutputStream(), 0, Long.MAX_VALUE);
        ink.pour(counter);
        return counter.passed();
    }
}
