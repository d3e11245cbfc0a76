package latchkey.web.bench;

import latchkey.analyzer.intake.Intake;
import latchkey.analyzer.intake.Item;
import latchkey.analyzer.intake.Limits;
import latchkey.analyzer.intake.Opened;
import latchkey.analyzer.redaction.MaskedText;
import latchkey.web.search.LineQuery;
import latchkey.web.search.LineSearch;
import latchkey.web.store.CaseFile;
import latchkey.web.store.DataFolder;
import latchkey.web.store.TextWriter;
import latchkey.web.store.Vault;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;

/**
 * {@code FOLDER MEGABYTES}: what the viewer of lines does to one large log, each step timed:
 * masking and keeping it, the first page, jumps to lines, finding.
 */
final class LinesCommand {
    private static final int JUMPS = 400;
    private static final int PAGE = 200;

    private LinesCommand() {}

    public static void main(String[] arguments) throws IOException {
        Path room = Path.of(arguments[0]);
        Path log = Bundle.log(room.resolve("WaAppAgent.log"), Long.parseLong(arguments[1]) << 20);
        try (Vault vault =
                Vault.open(
                        DataFolder.open(room.resolve("data")),
                        latchkey.web.store.Limits.STANDARD,
                        InstantSource.system())) {
            CaseFile kept = keep(log, room, vault);
            jump(kept, vault);
            find(kept, vault, "first page of a common word", "goal state", false);
            find(kept, vault, "a word that is nowhere", "xylophone", false);
            find(kept, vault, "the last line, by text", Bundle.LAST, false);
            find(kept, vault, "the last line, by expression", "the last l.ne", true);
        }
    }

    private static double seconds(long since) {
        return (System.nanoTime() - since) / 1e9;
    }

    private static CaseFile keep(Path log, Path room, Vault vault) throws IOException {
        Path place = room.resolve("text-0");
        long start = System.nanoTime();
        CaseFile kept;
        try (Opened opened = new Intake(Limits.STANDARD).open(List.of(log.toString()), null)) {
            Item item = opened.items().getFirst();
            TextWriter text = new TextWriter(place);
            try (text) {
                MaskedText.copy(item, text);
            }
            kept = text.kept(item.name());
        }
        double took = seconds(start);
        System.out.printf(
                Locale.ROOT,
                "%,d lines, %,d MB: masked and kept in %.1f s, %.0f MB/s%n",
                kept.lines(),
                kept.bytes() >> 20,
                took,
                kept.bytes() / 1e6 / took);
        vault.shelf().take(place, kept.hash());
        return kept;
    }

    private static void jump(CaseFile kept, Vault vault) throws IOException {
        long start = System.nanoTime();
        vault.shelf().text(kept.hash()).lines(1, PAGE);
        System.out.printf(Locale.ROOT, "first page: %.2f ms%n", seconds(start) * 1000);
        Random lots = new Random(1);
        List<Double> times = new ArrayList<>();
        for (int i = 0; i < JUMPS; i++) {
            long line = 1 + lots.nextLong(kept.lines());
            long before = System.nanoTime();
            vault.shelf().text(kept.hash()).lines(line, PAGE);
            times.add(seconds(before) * 1000);
        }
        System.out.printf(
                Locale.ROOT,
                "jump to any line, %d lines from there: p50 %.2f ms, p99 %.2f ms, worst %.2f ms%n",
                PAGE,
                Load.percentile(times, .5),
                Load.percentile(times, .99),
                Load.percentile(times, 1));
    }

    private static void find(
            CaseFile kept, Vault vault, String what, String text, boolean isExpression)
            throws IOException {
        LineQuery query =
                new LineQuery(text, isExpression, Optional.empty(), LineQuery.Span.ALWAYS, null);
        LineSearch search = new LineSearch(vault.shelf(), System::nanoTime);
        for (String round : new String[] {"first", "again"}) {
            long start = System.nanoTime();
            LineSearch.Found found = search.find(query, List.of(kept));
            double took = seconds(start);
            System.out.printf(
                    Locale.ROOT,
                    "find %s (%s): %d hits, %.2f s, %.0f MB/s%s%n",
                    what,
                    round,
                    found.hits().size(),
                    took,
                    found.bytesRead() / 1e6 / took,
                    found.isWhole() ? "" : ", stopped early");
        }
    }
}
