package latchkey.analyzer.cli;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.report.ToolVersion;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class LatchkeyTest {
    @TempDir Path folder;

    /** What a run left behind. */
    private record Run(int code, String out, String err) {}

    @Test
    void showsHelpWithExamplesFirst() {
        var run = run("triage", "--help");
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith("Name the root cause")
                .contains("Examples:", "Usage: latchkey triage", "--redact");
        assertThat(run.out().indexOf("Examples:")).isLessThan(run.out().indexOf("Usage:"));
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "triage",
                "batch",
                "explain",
                "why-not",
                "diff",
                "redact",
                "rules",
                "completion"
            })
    void everyCommandHasHelpBothWays(String command) {
        assertThat(run(command, "--help").out())
                .isEqualTo(run("help", command).out())
                .contains("Usage: latchkey " + command);
    }

    @Test
    void tellsItsVersionWhichIsTheBuilds() throws Exception {
        assertThat(run("--version").out()).isEqualTo("latchkey " + ToolVersion.NUMBER + "\n");
        assertThat(Files.readString(Path.of("../pom.xml")))
                .contains("<version>" + ToolVersion.NUMBER + "</version>");
    }

    @Test
    void refusesAnUnknownOptionWithAHintAndNothingOnStandardOutput() {
        var run = run("triage", "--formt", "json", ".");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("Unknown option", "--formt", "--format", "Try 'latchkey triage --help'");
        assertThat(run.err().lines()).hasSizeLessThan(3);
    }

    @Test
    void suggestsTheCommandThatWasMeant() {
        var run = run("triaje", "x");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("triage");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "triage nowhere.zip",
                "triage",
                "triage . --format pdf",
                "triage . --redact maybe",
                "nonsense",
                "triage . --since yesterday",
                "triage . --set colour=red",
                "triage . --rules nowhere",
                "explain NOT-A-THING",
                "why-not nonsense .",
                "rules",
                "rules check nowhere",
                "diff a b",
                "redact . ",
                "completion tcsh",
                "batch nowhere",
                "triage - -",
                "explain",
                "diff a",
                "why-not VMA-001",
                "completion",
                "redact -o x",
                "rules new",
                "triage . --since 2026-01-02 --until 2026-01-01",
                "triage . --live"
            })
    void wrongUsageIsTwoWithAPlainSentence(String line) {
        var run = run(line.strip().split(" ", -1));
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("latchkey: ").doesNotContain("Exception", "\tat ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"serve", "open", "collect"})
    void saysWhichModuleACommandOfAnotherNeeds(String command) {
        var run = run(command, "--port", "1");
        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("not part of this copy").hasLineCount(1);
    }

    @Test
    void writesTheResultToAFileAndNothingToStandardOutput() throws Exception {
        // Given
        var log = Files.writeString(folder.resolve("a.log"), "nothing in here\n");
        var file = folder.resolve("report.json");
        // When
        var run = run("triage", log.toString(), "--format", "json", "-o", file.toString());
        // Then
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isIn(3, 4);
        assertThat(Files.readString(file)).startsWith("{\n  \"schemaVersion\"");
    }

    @Test
    void aDashIsStandardInput() {
        var run = run("triage", "-", "--format", "json");
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).startsWith("{");
        assertThat(run.code()).isIn(3, 4);
    }

    @Test
    void refusesToWriteOverItsInput() throws Exception {
        var log = Files.writeString(folder.resolve("a.log"), "words\n");
        assertThat(run("triage", log.toString(), "-o", log.toString()).code()).isEqualTo(2);
        assertThat(Files.readString(log)).isEqualTo("words\n");
    }

    @Test
    void batchGivesEveryLineItsLineInOrder() throws Exception {
        // Given
        var cases = folder.resolve("cases.jsonl");
        Files.writeString(
                cases,
                "{\"id\":\"b\",\"raw\":\"words\"}\n"
                        + "not json\n\n"
                        + "{\"id\":\"a\",\"raw\":\"x\"}\n"
                        + "{\"id\":\"c\"}\n");
        // When
        var run = run("batch", cases.toString());
        // Then
        assertThat(run.code()).isZero();
        assertThat(run.out().lines().map(line -> line.substring(0, line.indexOf(','))))
                .containsExactly(
                        "{\"id\":\"b\"", "{\"id\":\"line-2\"", "{\"id\":\"a\"", "{\"id\":\"c\"");
        assertThat(run.out().lines().toList().get(1))
                .contains("insufficient-evidence", "line 2 is not JSON");
    }

    @Test
    void batchTakesEveryChildOfAFolderByName() throws Exception {
        Files.createDirectory(folder.resolve("vm2"));
        Files.writeString(folder.resolve("vm1.log"), "words\n");
        assertThat(run("batch", folder.toString()).out().lines().map(line -> line.substring(0, 14)))
                .containsExactly("{\"id\":\"vm1.log", "{\"id\":\"vm2\",\"s");
    }

    @Test
    void explainsRulesAndCauses() {
        assertThat(run("explain", "vma-001").out())
                .startsWith("# ")
                .contains("## How to fix", "## Proof", "Cured: ");
        assertThat(run("explain", "password-policy").out())
                .contains("Rules that prove it", "VMA-001");
    }

    @Test
    void listsRulesAsTextAndJson() {
        assertThat(run("rules", "list").out()).contains("VMA-001  cause");
        assertThat(run("rules", "list", "--format", "json").out())
                .startsWith("[")
                .contains("\"cause\": \"password-policy\"");
    }

    @Test
    void beginsARuleThatTheCheckerAccepts() {
        // Given
        var created = run("rules", "new", "WIN-090", "-o", folder.toString());
        // When
        var run = run("rules", "check", folder.toString());
        // Then
        assertThat(created.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run("rules", "new", "WIN-090", "-o", folder.toString()).code()).isEqualTo(2);
    }

    @Test
    void checkListsEveryProblemAndEndsWithOne() throws Exception {
        run("rules", "new", "WIN-090", "-o", folder.toString());
        Path rule;
        try (var files = Files.walk(folder)) {
            rule = files.filter(file -> file.endsWith("rule.yaml")).findFirst().orElseThrow();
        }
        Files.writeString(
                rule,
                Files.readString(rule)
                        .replace("kind: cause", "kind: feeling")
                        .replace("severity: error", "x: y"));
        var run = run("rules", "check", folder.toString());
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out().lines().count()).isGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"bash", "zsh", "powershell"})
    void completesInEveryShell(String shell) {
        var run = run("completion", shell);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("triage", "--format", "latchkey");
    }

    @Test
    void comparesTwoReports() throws Exception {
        // Given
        var log = Files.writeString(folder.resolve("a.log"), "words\n");
        var report = folder.resolve("before.json");
        run("triage", log.toString(), "--format", "json", "-o", report.toString());
        // When
        var run = run("diff", report.toString(), report.toString());
        // Then
        assertThat(run.code()).isIn(1, 3);
        assertThat(run.err()).doesNotContain("Exception");
    }

    @Test
    void aCrashIsOneLineWithALogAndSeventy() {
        // Given
        var broken =
                new InputStream() {
                    @Override
                    public int read() {
                        throw new IllegalStateException("secret words");
                    }

                    @Override
                    public int read(byte[] into, int offset, int length) {
                        return read();
                    }
                };
        // When
        var run = run(broken, "batch", "-");
        // Then
        assertThat(run.code()).isEqualTo(70);
        assertThat(run.err())
                .hasLineCount(1)
                .contains("mistake of its own")
                .doesNotContain("secret", "Exception");
    }

    private static Run run(String... args) {
        return run(new ByteArrayInputStream("words\n".getBytes(StandardCharsets.UTF_8)), args);
    }

    private static Run run(InputStream in, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        var latchkey = new Latchkey(Map.of(), Terminal.NONE);
        var code =
                latchkey.run(
                        args,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        in);
        return new Run(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
