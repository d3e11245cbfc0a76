package latchkey.analyzer.report;

import latchkey.analyzer.diagnosis.Diagnosis;
import latchkey.analyzer.diagnosis.RuleBook;
import latchkey.analyzer.diagnosis.Window;
import latchkey.analyzer.format.Formats;
import latchkey.analyzer.format.Reader;
import latchkey.analyzer.intake.Intake;
import latchkey.analyzer.intake.Limits;
import latchkey.analyzer.intake.Opened;
import latchkey.analyzer.redaction.Redactor;
import latchkey.analyzer.timeline.Timeline;
import latchkey.rules.catalog.PackLoader;
import latchkey.rules.catalog.RefusedPackException;
import latchkey.rules.rule.Fix;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The way from what was handed in to one report; the same for the command line and every other
 * door.
 */
public final class Triage {
    private static final FutureTask<Triage> PREPARED = new FutureTask<>(() -> made(List.of()));
    private static final AtomicBoolean PREPARING = new AtomicBoolean();

    private final RuleBook book;
    private final Reader reader;
    private final List<Report.RulePack> packs;

    private Triage(RuleBook book, List<Report.RulePack> packs) {
        this.book = book;
        this.reader = new Reader(Formats.all(), book.anchors());
        this.packs = packs;
    }

    /**
     * Starts making the engine without further rules on another thread; worth it when the caller
     * has something else to do before it asks.
     */
    public static void prepare() {
        if (PREPARING.compareAndSet(false, true)) {
            Thread thread = new Thread(PREPARED, "engine");
            thread.setDaemon(true);
            thread.start();
        }
    }

    /**
     * An engine with the rules that come with the program and those of further folders; made once,
     * asked often.
     */
    public static Triage with(List<Path> folders) throws IOException, RefusedPackException {
        if (!folders.isEmpty() || !PREPARING.get()) {
            return made(folders);
        }
        wake();
        try {
            return PREPARED.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("the loading of the rules was interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw new IllegalStateException("the rules could not be loaded", e.getCause());
        }
    }

    /** Uses the time in which the rules are read to start what the first file would wait for. */
    private static void wake() {
        Reader.wake();
        Redactor.full().mask("user name: a, password=b, address 10.0.0.4");
    }

    private static Triage made(List<Path> folders) throws IOException, RefusedPackException {
        Pack core = PackLoader.core();
        if (folders.isEmpty()) {
            return new Triage(RuleBook.of(core), List.of(nameOf(core)));
        }
        List<Report.RulePack> names = new ArrayList<>();
        names.add(nameOf(core));
        Map<RuleId, Rule> rules = new TreeMap<>(core.rules());
        Map<String, Fix> fixes = new TreeMap<>(core.fixes());
        for (Path folder : folders) {
            Pack added = PackLoader.fromFolder(folder, core);
            names.add(nameOf(added));
            rules.putAll(added.rules());
            fixes.putAll(added.fixes());
        }
        Pack all =
                new Pack(
                        core.name(),
                        core.version(),
                        core.sha256(),
                        rules,
                        fixes,
                        core.causes(),
                        core.sources(),
                        core.groups(),
                        core.messages(),
                        core.speech());
        return new Triage(RuleBook.of(all), names);
    }

    private static Report.RulePack nameOf(Pack pack) {
        return new Report.RulePack(pack.name(), pack.version(), pack.sha256());
    }

    /** Answers one request; its packs were given when the engine was made. */
    public TriageResult answer(TriageRequest request) throws IOException {
        Window window = new Window(request.since(), request.until());
        Investigation investigation = new Investigation(book, reader, window, request.threads());
        try (Opened opened = new Intake(Limits.STANDARD).open(request.paths(), request.stdin())) {
            Investigation.Result result = investigation.run(opened, request.progress());
            Report plain = new ReportWriter(book.pack(), packs, request.slots()).write(result);
            return new Answer(plain, request.redact(), result, book.pack());
        }
    }

    /** The rules in use, those of added packs among them. */
    public Pack pack() {
        return book.pack();
    }

    /**
     * Every word that may come from the evidence passes the redactor before the report leaves this
     * class.
     */
    private static Report masked(Report plain, Diagnosis diagnosis, boolean identities) {
        Redactor redactor = identities ? Redactor.full() : Redactor.secretsOnly();
        Identities.teach(redactor, diagnosis);
        plain.map(
                word -> {
                    redactor.observe(word);
                    return word;
                });
        Report masked = plain.map(redactor::mask);
        Map<String, Integer> counts = redactor.counts();
        int all = counts.values().stream().mapToInt(Integer::intValue).sum();
        return masked.withRedactions(new Report.Redactions(all, counts));
    }

    private record Answer(Report plain, boolean redact, Investigation.Result result, Pack pack)
            implements TriageResult {
        @Override
        public Report report() {
            return masked(plain, result.diagnosis(), redact);
        }

        @Override
        public Report withoutIdentities() {
            return masked(plain, result.diagnosis(), true);
        }

        @Override
        public Timeline timeline() {
            return result.diagnosis().timeline();
        }

        @Override
        public Optional<String> whyNot(RuleId id) {
            return new WhyNot(pack, result).tell(id);
        }

        @Override
        public boolean nothingReadable() {
            return result.nothingReadable();
        }
    }
}
