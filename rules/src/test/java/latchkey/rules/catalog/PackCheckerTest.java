package latchkey.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.rules.rule.RuleId;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

final class PackCheckerTest {
    private static final String FOLDER = "catalog/vmaccess/VMA-001-refused/";

    @TempDir Path folder;

    private PackFolder pack;

    @BeforeEach
    void writePack() throws IOException {
        pack = new PackFolder(folder);
    }

    private void addRule(String id, String explains) throws IOException {
        var text = PackFolder.replaced(PackFolder.RULE_TEXT, "VMA-001", id);
        pack.write(
                "catalog/vmaccess/" + id + "-refused/rule.yaml",
                text + "relations: {explains: [" + explains + "]}\n");
    }

    @Test
    void tellsACircleOfExplanationsOnce() throws IOException {
        // Given
        addRule("VMA-002", "VMA-003");
        addRule("VMA-003", "VMA-004");
        addRule("VMA-004", "VMA-002");
        // When
        var errors = pack.errors();
        // Then
        assertThat(errors)
                .filteredOn(error -> error.contains("circle"))
                .singleElement()
                .asString()
                .endsWith("in a circle: VMA-002 > VMA-003 > VMA-004 > VMA-002");
    }

    @Test
    void takesTwoWaysToOneRuleForNoCircle() throws IOException {
        addRule("VMA-002", "VMA-003, VMA-004");
        addRule("VMA-003", "VMA-004");
        addRule("VMA-004", "");
        assertThat(pack.errors()).noneMatch(error -> error.contains("circle"));
    }

    @Test
    void tellsAnIdThatIsThereTwiceAndAFolderThatDoesNotFit() throws IOException {
        pack.write("catalog/agent/VMA-007-Bad_Slug/rule.yaml", PackFolder.RULE_TEXT);
        assertThat(pack.errors())
                .anyMatch(error -> error.contains("the id VMA-001 is there twice"))
                .anyMatch(error -> error.contains("the folder's name begins with 'VMA-001-'"))
                .anyMatch(error -> error.contains("rules VMA live in the folder 'vmaccess'"));
    }

    @Test
    void asksForPageHeadingsAndSizes() throws IOException {
        pack.write(
                FOLDER + "page.md",
                "# Another title\n## How to fix\n## What it means\n" + "x\n".repeat(120));
        pack.rule("why: ", "#\n".repeat(100) + "why: ");
        assertThat(pack.errors())
                .contains(
                        FOLDER + "page.md:1:1: begins with the rule's title: '# Password refused'",
                        FOLDER + "page.md: has no heading '## False alarms'",
                        FOLDER + "page.md:2:1: '## How to fix' comes too early",
                        FOLDER + "page.md: 123 lines; at most 120",
                        FOLDER + "rule.yaml: 117 lines; at most 100");
    }

    @Test
    void asksForSamplesOfEachKindWithTheirExpectations() throws IOException {
        pack.delete(FOLDER + "fires-a.txt.expect.yaml");
        pack.write(FOLDER + "quiet-b.txt.expect.yaml", "origin: guessed\nwhy: x\nlines: [0]\n");
        pack.write(FOLDER + "quiet-c.txt.expect.yaml", "origin: synthetic\nwhy: x\n");
        pack.write(FOLDER + "notes.txt", "x");
        assertThat(pack.errors())
                .contains(
                        FOLDER
                                + "fires-a.txt.expect.yaml: is missing: every sample says what is"
                                + " expected of it",
                        FOLDER
                                + "quiet-b.txt.expect.yaml:1:9: 'guessed' is none of synthetic,"
                                + " documented",
                        FOLDER + "quiet-b.txt.expect.yaml:3:8: only a sample that fires has lines",
                        FOLDER + "quiet-b.txt.expect.yaml:3:8: '0' is no line number",
                        FOLDER + "quiet-c.txt.expect.yaml: there is no sample of this name",
                        FOLDER + "notes.txt: a rule's folder holds rule.yaml, page.md and samples",
                        FOLDER.replaceFirst("/$", "") + ": needs a sample fires-*",
                        FOLDER.replaceFirst("/$", "")
                                + ": needs a quiet sample with near-miss: yes");
    }

    @Test
    void asksASampleThatFiresForItsLinesOnlyInACompletePack() throws IOException {
        pack.write(FOLDER + "fires-a.txt.expect.yaml", "origin: documented\nwhy: words\n");
        assertThat(pack.errors())
                .containsExactly(
                        FOLDER
                                + "fires-a.txt.expect.yaml:1:1: 'lines' is missing: name the lines"
                                + " to be quoted");
        assertThat(PackChecker.check(folder, null, false))
                .allMatch(problem -> problem.weight() == Problem.Weight.NOTE);
    }

    @Test
    void refusesASecretInACommandAndAFixUnderAnotherName() throws IOException {
        var inline =
                PackFolder.replaced(PackFolder.FIX_TEXT, "{prompt: new password}", "Summer2024!");
        pack.write("fixes/longer.yaml", PackFolder.replaced(inline, "id: longer", "id: longest"));
        assertThat(pack.errors())
                .contains(
                        "fixes/longer.yaml:1:5: the id 'longest' is not the file's name",
                        "fixes/longer.yaml:8:5: a command holds a secret as text; use {prompt:"
                                + " ...}");
    }

    @Test
    void notesShortAndOrdinaryAnchors() throws IOException {
        pack.rule(
                "does not meet the password policy requirements",
                "[plugin enabled, Successfully enabled plugin]");
        assertThat(pack.problems())
                .filteredOn(problem -> problem.weight() == Problem.Weight.NOTE)
                .extracting(Problem::toString)
                .anyMatch(note -> note.contains("note: anchor 'plugin enabled' has 14 bytes"))
                .anyMatch(
                        note ->
                                note.contains(
                                        "'Successfully enabled plugin' stands in lines that"
                                                + " ordinary logs"));
    }

    @Test
    void asksForARuleOfEveryCauseOnlyOfACompletePack() throws IOException {
        pack.write(
                "vocabulary/causes.yaml",
                """
                causes:
                  - {id: password-policy, title: P, area: vmaccess, meaning: R., distinguish: B., docs: []}
                  - {id: other, title: O, area: vmaccess, meaning: R., distinguish: B., docs: []}
                """);
        assertThat(pack.errors())
                .containsExactly("vocabulary/causes.yaml: no rule stands for the cause 'other'");
        assertThat(PackChecker.check(folder, null, false))
                .allMatch(problem -> problem.weight() == Problem.Weight.NOTE);
    }

    @Test
    void letsAPackNameRulesFixesAndWordsOfItsBase(@TempDir Path own)
            throws IOException, RefusedPackException {
        // Given
        var base = PackLoader.fromFolder(folder, null);
        RuleTemplate.write(own, new RuleId("RDP-021"));
        // When
        var problems = PackChecker.check(own, base, true);
        // Then
        assertThat(problems).noneMatch(problem -> problem.weight() == Problem.Weight.ERROR);
    }
}
