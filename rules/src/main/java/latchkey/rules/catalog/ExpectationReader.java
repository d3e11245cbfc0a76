package latchkey.rules.catalog;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the small file beside a sample that says what is expected of it. */
final class ExpectationReader {
    static final String SUFFIX = ".expect.yaml";

    private final Problems problems;

    ExpectationReader(Problems problems) {
        this.problems = problems;
    }

    /**
     * The expectation, or null after telling why there is none.
     *
     * @param name path of the expectation's file for the author
     */
    @Nullable Expectation read(Path sample, Sample.Outcome outcome, String name)
            throws IOException {
        Path written = sample.resolveSibling(sample.getFileName() + SUFFIX);
        if (!Files.isRegularFile(written)) {
            problems.error(name, "is missing: every sample says what is expected of it");
            return null;
        }
        Node.Fields node =
                Yaml.read(name, Files.readString(written, StandardCharsets.UTF_8), problems);
        if (node == null) {
            return null;
        }
        Fields fields = new Fields(name, node, problems);
        Expectation.Origin origin = fields.label("origin", Expectation.Origin.class);
        if (origin == null && !fields.has("origin")) {
            fields.problem(node, "'origin' is missing");
        }
        Expectation expectation =
                new Expectation(
                        origin == null ? Expectation.Origin.SYNTHETIC : origin,
                        fields.text("why"),
                        fields.yes("near-miss", false),
                        lines(fields, sample));
        fields.refuseRest();
        checkOutcome(fields, expectation, outcome);
        return expectation;
    }

    private static void checkOutcome(
            Fields fields, Expectation expectation, Sample.Outcome outcome) {
        boolean fires = outcome == Sample.Outcome.FIRES;
        if (!fires && fields.has("lines")) {
            fields.problem("lines", "only a sample that fires has lines");
        }
        if (outcome != Sample.Outcome.QUIET && expectation.nearMiss()) {
            fields.problem("near-miss", "only a quiet sample can be a near miss");
        }
    }

    private static Map<String, List<Integer>> lines(Fields fields, Path sample) {
        Map<String, List<Integer>> lines = new LinkedHashMap<>();
        if (!fields.has("lines")) {
            return lines;
        }
        boolean folder = Files.isDirectory(sample);
        if (folder != fields.find("lines") instanceof Node.Fields) {
            fields.problem(
                    "lines",
                    folder
                            ? "a folder's lines are given by path: {\"path/in/folder\": [1]}"
                            : "a file's lines are a list of numbers");
            return lines;
        }
        if (!folder) {
            lines.put(String.valueOf(sample.getFileName()), numbers(fields, "lines"));
            return lines;
        }
        Fields byPath = fields.fields("lines");
        if (byPath != null) {
            for (String path : byPath.node().nodes().keySet()) {
                lines.put(path, numbers(byPath, path));
                if (!Files.isRegularFile(sample.resolve(path))) {
                    byPath.problem(path, "the sample has no file '" + path + "'");
                }
            }
        }
        return lines;
    }

    private static List<Integer> numbers(Fields fields, String key) {
        List<Integer> numbers = new ArrayList<>();
        for (String text : fields.texts(key)) {
            if (text.matches("[1-9][0-9]{0,6}")) {
                numbers.add(Integer.valueOf(text));
            } else {
                fields.problem(key, "'" + text + "' is no line number");
            }
        }
        if (numbers.isEmpty()) {
            fields.problem(key, "names no line");
        }
        return numbers;
    }
}
