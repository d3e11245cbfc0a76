package latchkey.analyzer.report;

import latchkey.analyzer.diagnosis.Diagnosis;
import latchkey.analyzer.diagnosis.Examination;
import latchkey.analyzer.diagnosis.Finding;
import latchkey.analyzer.diagnosis.RuleBook;
import latchkey.analyzer.diagnosis.RuleVerdict;
import latchkey.analyzer.diagnosis.Watcher;
import latchkey.analyzer.diagnosis.Window;
import latchkey.analyzer.format.Formats;
import latchkey.analyzer.format.Reader;
import latchkey.analyzer.intake.Item;
import latchkey.rules.catalog.Sample;
import latchkey.rules.rule.Kind;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.Relations;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Runs the samples of a pack through the whole reading and says in sentences what does not come out
 * as expected.
 */
public final class SampleRuns {
    private final Pack pack;
    private final RuleBook book;
    private final Reader reader;

    public SampleRuns(Pack pack) {
        this.pack = pack;
        this.book = RuleBook.of(pack);
        this.reader = new Reader(Formats.all(), book.anchors());
    }

    /**
     * All disappointments of one sample; none when it is as expected and no stranger fires on it.
     */
    public List<String> problemsOf(Sample sample) throws IOException {
        Map<RuleId, RuleVerdict> verdicts = diagnose(sample.path()).verdicts();
        List<String> problems = new ArrayList<>();
        RuleVerdict own = verdicts.get(sample.rule());
        String where = sample.rule() + " " + sample.name() + ": ";
        if (own == null) {
            return List.of(where + "the rule is not in the pack");
        }
        switch (sample.outcome()) {
            case FIRES -> {
                if (own instanceof RuleVerdict.Fired fired && !fired.standing().isEmpty()) {
                    missingLines(sample, fired)
                            .forEach(line -> problems.add(where + "does not quote " + line));
                } else {
                    problems.add(where + "does not fire: " + own.because());
                }
                strangers(sample.rule(), verdicts)
                        .forEach(id -> problems.add(where + id + " fires too"));
            }
            case QUIET -> {
                if (own instanceof RuleVerdict.Fired) {
                    problems.add(where + "fires: " + own.because());
                }
            }
            case UNDECIDED -> {
                if (!(own instanceof RuleVerdict.Undecided)) {
                    problems.add(where + "is decided: " + own.because());
                }
            }
        }
        return problems;
    }

    /** Reads a sample, a file or a folder of files, and draws the answer. */
    Diagnosis diagnose(Path sample) throws IOException {
        Examination examination = new Examination(book, Window.ALWAYS);
        for (Item item : items(sample)) {
            Watcher watcher = examination.watcher();
            examination.add(watcher, reader.read(item, watcher));
        }
        return examination.conclude();
    }

    private static List<Item> items(Path sample) throws IOException {
        if (Files.isRegularFile(sample)) {
            return List.of(new SampleFile(String.valueOf(sample.getFileName()), sample));
        }
        try (Stream<Path> files = Files.walk(sample)) {
            List<Item> items = new ArrayList<>();
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(
                            file ->
                                    items.add(
                                            new SampleFile(
                                                    sample.relativize(file)
                                                            .toString()
                                                            .replace('\\', '/'),
                                                    file)));
            return items;
        }
    }

    private record SampleFile(String name, Path path) implements Item {
        @Override
        public long size() {
            return -1;
        }

        @Override
        public InputStream open() throws IOException {
            return Files.newInputStream(path);
        }
    }

    private static List<String> missingLines(Sample sample, RuleVerdict.Fired fired) {
        Map<String, Set<Integer>> quoted = new TreeMap<>();
        for (Finding finding : fired.standing()) {
            for (Finding.Proof proof : finding.proof()) {
                quoted.computeIfAbsent(proof.quote().file(), key -> new TreeSet<>())
                        .add(proof.quote().line());
            }
        }
        List<String> missing = new ArrayList<>();
        sample.expectation()
                .lines()
                .forEach(
                        (file, lines) -> {
                            String name =
                                    file.isEmpty()
                                            ? String.valueOf(sample.path().getFileName())
                                            : file;
                            for (int line : lines) {
                                if (!quoted.getOrDefault(name, Set.of()).contains(line)) {
                                    missing.add(name + " line " + line);
                                }
                            }
                        });
        return missing;
    }

    /** Causes and symptoms that fire on another rule's sample without a declared relation. */
    private List<RuleId> strangers(RuleId own, Map<RuleId, RuleVerdict> verdicts) {
        List<RuleId> strangers = new ArrayList<>();
        verdicts.forEach(
                (id, verdict) -> {
                    Rule rule = pack.rules().get(id);
                    boolean claims =
                            rule != null
                                    && (rule.kind() == Kind.CAUSE || rule.kind() == Kind.SYMPTOM);
                    if (claims
                            && verdict instanceof RuleVerdict.Fired
                            && !id.equals(own)
                            && !areRelated(own, id)) {
                        strangers.add(id);
                    }
                });
        return strangers;
    }

    private boolean areRelated(RuleId one, RuleId other) {
        return names(one, other) || names(other, one);
    }

    private boolean names(RuleId from, RuleId to) {
        Rule rule = pack.rules().get(from);
        if (rule == null) {
            return false;
        }
        Relations relations = rule.relations();
        return Stream.of(
                        relations.explains(),
                        relations.beats(),
                        relations.excludes(),
                        relations.oftenWith())
                .anyMatch(ids -> ids.contains(to));
    }
}
