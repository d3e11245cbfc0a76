package latchkey.analyzer.cli;

import latchkey.analyzer.report.Progress;
import latchkey.analyzer.report.Triage;
import latchkey.analyzer.report.TriageRequest;
import latchkey.analyzer.report.face.Format;
import latchkey.rules.catalog.RefusedPackException;
import latchkey.rules.rule.Fix;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The options that several commands share, checked. */
record Options(ParseResult given, Console console) {
    private static final Set<String> SLOTS = new TreeSet<>(Fix.SLOTS);

    /** Where the result goes and how it looks. */
    static void addOutput(CommandSpec spec, String formats) {
        spec.addOption(
                Specs.value("--format", formats, "How the result is written (default: text)."));
        spec.addOption(
                Specs.value(
                        "-o,--output",
                        "FILE",
                        "Write the result to FILE instead of standard output."));
        spec.addOption(
                Specs.value(
                        "--color",
                        "auto|always|never",
                        "Colours (default: auto; NO_COLOR is heeded)."));
        spec.addOption(Specs.flag("-q,--quiet", "Say nothing on standard error but errors."));
        spec.addOption(Specs.help());
    }

    static void addPacks(CommandSpec spec) {
        spec.addOption(Specs.values("--rules", "DIR", "Add a pack of rules; may be repeated."));
    }

    /** What is looked at, and what is masked. */
    static void addTriage(CommandSpec spec) {
        addPacks(spec);
        spec.addOption(
                Specs.value(
                        "--since",
                        "TIME",
                        "Leave out what happened before, such as 2026-01-31 or "
                                + "2026-01-31T08:00:00Z (UTC)."));
        spec.addOption(Specs.value("--until", "TIME", "Leave out what happened later."));
        spec.addOption(
                Specs.value(
                        "--redact",
                        "on|off",
                        "Mask names and addresses (default: on). Passwords, keys and "
                                + "tokens are masked even with off."));
        spec.addOption(
                Specs.values(
                        "--set",
                        "NAME=VALUE",
                        "A value for the proposed commands: " + String.join(", ", SLOTS) + "."));
        spec.addOption(
                Specs.value(
                        "--progress",
                        "auto|never",
                        "Progress on standard error, only on a terminal."));
    }

    Format format() throws UsageException {
        return Format.valueOf(
                choice("--format", List.of("text", "json", "md", "html", "sarif", "junit"), "text")
                        .toUpperCase(Locale.ROOT));
    }

    String choice(String option, List<String> words, String otherwise) throws UsageException {
        String word = given.matchedOptionValue(option, otherwise);
        if (!words.contains(word)) {
            throw new UsageException(
                    option + " cannot be '" + word + "' here.",
                    "Choose one of: " + String.join(", ", words) + ".");
        }
        return word;
    }

    boolean colour() throws UsageException {
        String word = choice("--color", List.of("auto", "always", "never"), "auto");
        String refused = console.environment().get("NO_COLOR");
        boolean wanted = refused == null || refused.isEmpty();
        return word.equals("always")
                || (word.equals("auto") && wanted && output() == null && console.terminal().out());
    }

    boolean quiet() {
        return given.hasMatchedOption("-q");
    }

    @Nullable Path output() throws UsageException {
        String file = given.matchedOptionValue("-o", null);
        return file == null ? null : path(file);
    }

    List<Path> packs() throws UsageException {
        List<Path> packs = new ArrayList<>();
        for (String folder : given.matchedOptionValue("--rules", List.<String>of())) {
            Path pack = path(folder);
            if (!Files.isDirectory(pack)) {
                throw new UsageException("--rules " + folder + " is not a folder.", null);
            }
            packs.add(pack);
        }
        return packs;
    }

    /** The paths given, each there; {@code -} is standard input and at most once. */
    List<String> paths(int from) throws UsageException {
        List<String> paths = given.matchedPositionalValue(from, List.of());
        boolean dash = false;
        for (String path : paths) {
            if (!path.equals("-") && !Files.exists(path(path))) {
                throw new UsageException(
                        path + " does not exist.",
                        "Give a folder, an archive, a file, or - for " + "standard input.");
            }
            if (path.equals("-") && dash) {
                throw new UsageException("Standard input (-) can be read only once.", null);
            }
            dash |= path.equals("-");
        }
        return paths;
    }

    TriageRequest request(List<String> paths) throws UsageException {
        InputStream stdin = paths.contains("-") ? console.in() : null;
        Instant since = time("--since");
        Instant until = time("--until");
        if (since != null && until != null && until.isBefore(since)) {
            throw new UsageException("--until is before --since.", null);
        }
        boolean redact = choice("--redact", List.of("on", "off"), "on").equals("on");
        int threads = Runtime.getRuntime().availableProcessors();
        return new TriageRequest(
                paths, stdin, packs(), since, until, redact, slots(), threads, progress());
    }

    /** The engine with the rules of the program and of the packs given. */
    Triage engine() throws IOException, UsageException {
        try {
            return Triage.with(packs());
        } catch (RefusedPackException e) {
            throw new UsageException(
                    "A pack of rules cannot be used: " + e.problems().getFirst() + ".",
                    "Try 'latchkey rules check DIR' for all problems.");
        }
    }

    private Progress progress() throws UsageException {
        boolean wanted = choice("--progress", List.of("auto", "never"), "auto").equals("auto");
        return wanted && !quiet() && console.terminal().err()
                ? new ProgressLine(console.err())
                : Progress.SILENT;
    }

    private Map<String, String> slots() throws UsageException {
        Map<String, String> slots = new TreeMap<>();
        for (String pair : given.matchedOptionValue("--set", List.<String>of())) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            if (equals < 1 || !SLOTS.contains(name)) {
                throw new UsageException(
                        "--set " + name + " is not understood.",
                        "Write --set NAME=VALUE with one of: " + String.join(", ", SLOTS) + ".");
            }
            slots.put(name, pair.substring(equals + 1));
        }
        return slots;
    }

    private @Nullable Instant time(String option) throws UsageException {
        String text = given.matchedOptionValue(option, null);
        if (text == null) {
            return null;
        }
        try {
            if (text.length() == 10) {
                return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            boolean zoned = text.endsWith("Z") || text.matches(".*[+-]\\d\\d:\\d\\d");
            return zoned
                    ? OffsetDateTime.parse(text).toInstant()
                    : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException e) {
            throw new UsageException(
                    option + " " + text + " is not a time.",
                    "Write 2026-01-31 or 2026-01-31T08:00:00Z.");
        }
    }

    static Path path(String text) throws UsageException {
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw new UsageException("'" + text + "' cannot be the name of a file.", null);
        }
    }
}
