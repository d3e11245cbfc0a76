package latchkey.web.search;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

import latchkey.web.store.CaseFile;
import latchkey.web.store.Shelf;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Finds lines by reading the files again: a full pass costs a second for a gigabyte, and an index
 * of lines would cost a minute before the first search.
 */
public final class LineSearch {
    private static final int MOST_HITS = 500;
    private static final long NANOS = 10_000_000_000L;
    private static final int SHOWN = 400;

    private final Shelf shelf;
    private final LongSupplier nanos;

    public LineSearch(Shelf shelf, LongSupplier nanos) {
        this.shelf = shelf;
        this.nanos = nanos;
    }

    /** A line, and where in it the match stands. */
    public record Hit(CaseFile file, long line, String text, int from, int to) {}

    /**
     * @param isWhole false when there are more hits than shown, or the time ran out
     */
    public record Found(List<Hit> hits, boolean isWhole, long bytesRead, long bytesInAll) {
        public Found {
            hits = List.copyOf(hits);
        }
    }

    public Found find(LineQuery query, List<CaseFile> files) throws IOException {
        long end = nanos.getAsLong() + NANOS;
        List<Hit> hits = new ArrayList<>();
        long read = 0;
        long all = files.stream().mapToLong(CaseFile::bytes).sum();
        for (CaseFile file : files) {
            if (query.hash() != null && !query.hash().equals(file.hash())) {
                continue;
            }
            Pass pass = new Pass(query, file, hits, end);
            read += pass.run();
            if (pass.isStopped) {
                return new Found(hits, false, read, all);
            }
        }
        return new Found(hits, true, read, all);
    }

    /** One file, once through. */
    private final class Pass implements LineBlocks.Reader {
        private final LineQuery query;
        private final CaseFile file;
        private final List<Hit> hits;
        private final long end;
        private final @Nullable Pattern pattern;
        private final byte[] needle;
        private boolean isStopped;
        private @Nullable Instant last;

        Pass(LineQuery query, CaseFile file, List<Hit> hits, long end) {
            this.query = query;
            this.file = file;
            this.hits = hits;
            this.end = end;
            this.pattern =
                    query.isExpression() && !query.text().isEmpty()
                            ? Pattern.compile(query.text(), Pattern.CASE_INSENSITIVE)
                            : null;
            this.needle = Needle.folded(query.required());
        }

        long run() throws IOException {
            return LineBlocks.read(shelf.text(file.hash()).path(), this);
        }

        @Override
        public boolean block(LineBlocks.Block block) {
            if (nanos.getAsLong() > end) {
                isStopped = true;
                return false;
            }
            if (needle.length > 0) {
                byBytes(block);
            } else {
                byLines(block);
            }
            return !isStopped;
        }

        private void byBytes(LineBlocks.Block block) {
            int at = block.from();
            while (!isStopped) {
                int found = Needle.find(needle, block.bytes(), at, block.to());
                if (found < 0) {
                    return;
                }
                int start = block.lineStart(found);
                int stop = block.lineEnd(found);
                look(block, start, stop);
                at = stop + 1;
            }
        }

        private void byLines(LineBlocks.Block block) {
            int start = block.from();
            while (start < block.to() && !isStopped) {
                int stop = block.lineEnd(start);
                look(block, start, stop);
                start = stop + 1;
            }
        }

        private void look(LineBlocks.Block block, int start, int stop) {
            String text = block.text(start, stop);
            if (!query.span().isOpen()) {
                last = LineTime.of(text).orElse(last);
                if (!query.span().holds(last)) {
                    return;
                }
            }
            if (query.level().isPresent() && !query.level().equals(Level.of(text))) {
                return;
            }
            match(text).ifPresent(match -> keep(block, start, text, match));
        }

        private Optional<int[]> match(String text) {
            if (pattern != null) {
                Matcher matcher = pattern.matcher(text);
                return matcher.find()
                        ? Optional.of(new int[] {matcher.start(), matcher.end()})
                        : Optional.empty();
            }
            if (query.text().isEmpty()) {
                return Optional.of(new int[] {0, 0});
            }
            int at = Needle.find(query.text(), text);
            return at < 0
                    ? Optional.empty()
                    : Optional.of(new int[] {at, at + query.text().length()});
        }

        /** Of a long line the part around the match is shown. */
        private void keep(LineBlocks.Block block, int start, String text, int[] match) {
            if (hits.size() >= MOST_HITS) {
                isStopped = true;
                return;
            }
            int from = Math.max(0, Math.min(match[0] - SHOWN / 2, text.length() - SHOWN));
            int to = Math.min(text.length(), from + SHOWN);
            hits.add(
                    new Hit(
                            file,
                            block.lineNumber(start),
                            text.substring(from, to),
                            match[0] - from,
                            Math.min(match[1], to) - from));
        }
    }
}
