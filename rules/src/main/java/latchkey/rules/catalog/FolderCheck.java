package latchkey.rules.catalog;

import latchkey.rules.rule.Rule;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Checks the folder of one rule: its name, its page, its sizes, its samples. */
final class FolderCheck {
    private static final int RULE_LINES = 100;
    private static final int PAGE_LINES = 120;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final List<String> HEADINGS =
            List.of(
                    "## What it means",
                    "## How to confirm by hand",
                    "## How to fix",
                    "## False alarms");

    private final Rule rule;
    private final Path folder;
    private final String name;
    private final Problems problems;

    /**
     * @param folder where the rule is
     * @param name the same inside the pack, for messages
     */
    FolderCheck(Rule rule, Path folder, String name, Problems problems) {
        this.rule = rule;
        this.folder = folder;
        this.name = name;
        this.problems = problems;
    }

    void check() throws IOException {
        checkName();
        int lines = linesOf(folder.resolve("rule.yaml")).size();
        if (lines > RULE_LINES) {
            problems.error(name + "/rule.yaml", lines + " lines; at most " + RULE_LINES);
        }
        checkPage();
        checkSamples();
    }

    private void checkName() {
        String own = SampleSet.nameOf(folder);
        String prefix = rule.id() + "-";
        if (!own.startsWith(prefix)) {
            problems.error(name, "the folder's name begins with '" + prefix + "'");
        } else if (!SLUG.matcher(own.substring(prefix.length())).matches()) {
            problems.error(
                    name,
                    "after the id the folder's name is words of a-z and 0-9 joined by hyphens");
        }
        Path parent = folder.getParent();
        String area = Area.of(rule.id()).map(Area::folder).orElse("");
        if (parent != null && !SampleSet.nameOf(parent).equals(area)) {
            problems.error(
                    name,
                    "rules "
                            + rule.id().value().substring(0, 3)
                            + " live in the folder '"
                            + area
                            + "'");
        }
    }

    private void checkPage() throws IOException {
        Path page = folder.resolve("page.md");
        String file = name + "/page.md";
        if (!Files.isRegularFile(page)) {
            problems.error(file, "is missing");
            return;
        }
        List<String> lines = linesOf(page);
        if (lines.size() > PAGE_LINES) {
            problems.error(file, lines.size() + " lines; at most " + PAGE_LINES);
        }
        if (lines.isEmpty() || !lines.get(0).equals("# " + rule.title())) {
            problems.error(file, 1, 1, "begins with the rule's title: '# " + rule.title() + "'");
        }
        int last = 0;
        for (String heading : HEADINGS) {
            int line = lines.indexOf(heading);
            if (line < 0) {
                problems.error(file, "has no heading '" + heading + "'");
            } else if (line < last) {
                problems.error(file, line + 1, 1, "'" + heading + "' comes too early");
            }
            last = Math.max(last, line);
        }
    }

    private void checkSamples() throws IOException {
        List<Sample> samples = SampleSet.ofRule(rule.id(), folder, name, problems);
        if (samples.stream().noneMatch(sample -> sample.outcome() == Sample.Outcome.FIRES)) {
            problems.error(name, "needs a sample fires-*");
        }
        if (samples.stream().noneMatch(sample -> sample.outcome() == Sample.Outcome.QUIET)) {
            problems.error(name, "needs a sample quiet-*");
        } else if (samples.stream().noneMatch(sample -> sample.expectation().nearMiss())) {
            problems.error(name, "needs a quiet sample with near-miss: yes");
        }
        for (Sample sample : samples) {
            if (sample.outcome() == Sample.Outcome.FIRES
                    && sample.expectation().lines().isEmpty()) {
                String written = SampleSet.nameOf(sample.path()) + ExpectationReader.SUFFIX;
                Node start = new Node.Text("", 1, 1);
                problems.open(
                        name + "/" + written,
                        start,
                        "'lines' is missing: name the lines to be quoted");
            }
        }
        checkStrangers();
    }

    private void checkStrangers() throws IOException {
        for (Path child : SampleSet.children(folder)) {
            String own = SampleSet.nameOf(child);
            boolean known =
                    List.of("rule.yaml", "page.md").contains(own)
                            || Sample.Outcome.ofName(own).isPresent();
            if (!known) {
                problems.error(
                        name + "/" + own, "a rule's folder holds rule.yaml, page.md and samples");
            } else if (own.endsWith(ExpectationReader.SUFFIX)
                    && !Files.exists(sampleOf(child, own))) {
                problems.error(name + "/" + own, "there is no sample of this name");
            }
        }
    }

    private static Path sampleOf(Path expectation, String own) {
        return expectation.resolveSibling(
                own.substring(0, own.length() - ExpectationReader.SUFFIX.length()));
    }

    private static List<String> linesOf(Path file) throws IOException {
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines().toList();
    }
}
