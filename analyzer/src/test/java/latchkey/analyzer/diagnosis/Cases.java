package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Coverage;
import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Fact;
import latchkey.analyzer.evidence.Level;
import latchkey.analyzer.evidence.Line;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.evidence.RunKey;
import latchkey.analyzer.format.Formats;
import latchkey.analyzer.format.Reader;
import latchkey.analyzer.intake.Item;
import latchkey.rules.catalog.PackLoader;
import latchkey.rules.catalog.RefusedPackException;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.RuleId;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** Packs of a few rules and machines of a few lines, to try the diagnosis with. */
final class Cases {
    static final Pack CORE = core();

    private Cases() {}

    /** A rule that is sound but for its body. */
    static String rule(String id, String body) {
        return """
        id: %s
        revision: 1
        since: 0.1.0
        title: Title of %s
        summary: Summary.
        severity: error
        proof: documented
        why: Because of {attempt}.
        """
                        .formatted(id, id)
                + body;
    }

    /** A rule for a cause, to which signals, verdict and relations are added. */
    static String cause(String id, String cause, String body) {
        return rule(id, "kind: cause\ncause: " + cause + "\nfixes: [set-longer-password]\n" + body);
    }

    /** A rule for a cause that one literal proves. */
    static String literalCause(String id, String cause, String literal, String body) {
        return cause(
                id,
                cause,
                "evidence: {words: {literal: '"
                        + literal
                        + "'}}\nverdict: {all: [words]}\n"
                        + body);
    }

    static String literalSymptom(String id, String leadsTo, String literal, String body) {
        return rule(
                id,
                "kind: symptom\nleads-to: "
                        + leadsTo
                        + "\nevidence: {words: {literal: '"
                        + literal
                        + "'}}\nverdict: {all: [words]}\n"
                        + body);
    }

    static Pack pack(Path root, String... rules) {
        try {
            for (String rule : rules) {
                var id = rule.substring("id: ".length(), rule.indexOf('\n'));
                var folder = Files.createDirectories(root.resolve("catalog/some/" + id + "-x"));
                Files.writeString(folder.resolve("rule.yaml"), rule);
            }
            return PackLoader.fromFolder(root, CORE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RefusedPackException e) {
            throw new IllegalArgumentException(e);
        }
    }

    static Case with(Pack pack) {
        return new Case(pack, Window.ALWAYS);
    }

    static Case with(Path root, String... rules) {
        return with(pack(root, rules));
    }

    static Case withCore() {
        return with(CORE);
    }

    static RunKey run(@Nullable Integer sequence) {
        return new RunKey(RunKey.VMACCESS, "2.4.11", sequence);
    }

    static @Nullable Instant at(@Nullable String clock) {
        return clock == null ? null : Instant.parse("2026-05-02T" + clock + "Z");
    }

    private static Pack core() {
        try {
            return PackLoader.core();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One machine. */
    static final class Case {
        private final RuleBook book;
        private final Reader reader;
        private final Examination examination;

        Case(Pack pack, Window window) {
            book = RuleBook.of(pack);
            reader = new Reader(Formats.all(), book.anchors());
            examination = new Examination(book, window);
        }

        /** A file fed by hand. */
        Case file(String name, String kind, Consumer<Sheet> content) {
            return file(name, kind, Coverage.Read.WHOLE, content);
        }

        Case file(String name, String kind, Coverage.Read read, Consumer<Sheet> content) {
            var sheet = new Sheet(name, new SourceKind(kind), book, examination.watcher());
            content.accept(sheet);
            examination.add(
                    sheet.watcher,
                    new Coverage(
                            name,
                            sheet.kind,
                            sheet.number,
                            0,
                            null,
                            null,
                            "utf-8",
                            read,
                            null,
                            List.of()));
            return this;
        }

        /** A file of a kind that holds nothing of interest. */
        Case empty(String kind) {
            return file(kind + ".txt", kind, sheet -> {});
        }

        /** A real text, read as any input is. */
        Case text(String name, String text) {
            var watcher = examination.watcher();
            try {
                examination.add(watcher, reader.read(new Written(name, text), watcher));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return this;
        }

        Diagnosis conclude() {
            return examination.conclude();
        }

        RuleVerdict verdict(String id) {
            var verdict = conclude().verdicts().get(new RuleId(id));
            if (verdict == null) {
                throw new IllegalArgumentException("no rule " + id);
            }
            return verdict;
        }

        /** The verdict in one word. */
        String word(String id) {
            return verdict(id).getClass().getSimpleName().toLowerCase(Locale.ROOT);
        }
    }

    /** A file while it is written. */
    static final class Sheet {
        private final String file;
        private final SourceKind kind;
        private final RuleBook book;
        private final Watcher watcher;
        private @Nullable RunKey run;
        private @Nullable Level level;
        private int number;

        Sheet(String file, SourceKind kind, RuleBook book, Watcher watcher) {
            this.file = file;
            this.kind = kind;
            this.book = book;
            this.watcher = watcher;
        }

        /** What follows belongs to this run. */
        Sheet of(RunKey key) {
            run = key;
            return this;
        }

        Sheet level(Level word) {
            level = word;
            return this;
        }

        Sheet line(@Nullable String clock, String text) {
            return entry(clock, text, null, Map.of());
        }

        Sheet leaf(String path, String text) {
            return leaf(null, path, text);
        }

        Sheet leaf(@Nullable String clock, String path, String text) {
            return entry(
                    clock, text, path, Map.of("name", path.substring(path.lastIndexOf('/') + 1)));
        }

        Sheet event(int id, Map<String, String> fields, String text) {
            var all = new java.util.TreeMap<>(fields);
            all.put("event-id", Integer.toString(id));
            return entry(null, text, null, all);
        }

        Sheet registry(String key, String name, String value) {
            return entry(null, value, "/" + key + "/" + name, Map.of("key", key, "name", name));
        }

        Sheet fact(String name, String value) {
            number++;
            watcher.fact(new Fact(name, value, null, new Quote(file, number, null, value)));
            return this;
        }

        Sheet mark(@Nullable String clock, Mark.Type type) {
            watcher.mark(
                    new Mark(
                            type,
                            run,
                            at(clock),
                            new Quote(file, number + 1, at(clock), type.name())));
            return this;
        }

        private Sheet entry(
                @Nullable String clock,
                String text,
                @Nullable String path,
                Map<String, String> fields) {
            number++;
            var line = List.of(new Line(number, text));
            var found = new HashSet<Integer>();
            var lower = text.toLowerCase(Locale.ROOT);
            for (int anchor = 0; anchor < book.anchors().size(); anchor++) {
                if (lower.contains(book.anchors().get(anchor).toLowerCase(Locale.ROOT))) {
                    found.add(anchor);
                }
            }
            watcher.entry(
                    new Entry(kind, file, line, text, path, fields, at(clock), level, run), found);
            return this;
        }
    }

    private record Written(String name, String text) implements Item {
        @Override
        public long size() {
            return text.length();
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    static List<String> causesOf(Diagnosis diagnosis) {
        var causes = new ArrayList<String>();
        diagnosis.causes().forEach(finding -> causes.add(String.valueOf(finding.rule().cause())));
        return causes;
    }

    static List<String> rulesOf(List<Finding> findings) {
        return findings.stream().map(finding -> finding.rule().id().value()).toList();
    }
}
