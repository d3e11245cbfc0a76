package latchkey.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import latchkey.rules.rule.Pack;
import latchkey.rules.rule.RuleId;
import latchkey.rules.rule.Signal;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;

/** The rule base that comes with the program, as written and as compiled. */
final class CorePackTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    @Test
    void hasNothingWrongInItsForm() throws IOException {
        var complete = !Boolean.getBoolean("latchkey.partial");
        assertThat(PackChecker.check(ROOT, null, complete))
                .filteredOn(problem -> problem.weight() == Problem.Weight.ERROR)
                .isEmpty();
    }

    @Test
    void isTheSameCompiledAndWritten() throws IOException, RefusedPackException {
        // Given
        Pack written = PackLoader.fromFolder(ROOT, null);
        // When
        Pack compiled = PackLoader.core();
        // Then
        assertThat(compiled).isEqualTo(written);
    }

    @Test
    void takesGroupsApartAndAlwaysLooksAtPastedText() throws IOException {
        var rule = requireNonNull(PackLoader.core().rules().get(new RuleId("VMA-001")));
        var signal = (Signal.InText) requireNonNull(rule.evidence().get("refused-words"));
        assertThat(signal.in())
                .extracting(Object::toString)
                .contains("text", "vmaccess-log", "handler-status");
        assertThat(signal.in()).extracting(Object::toString).doesNotContain("handler");
    }

    @Test
    void hasAPageForEveryRule() throws IOException {
        for (var rule : PackLoader.core().rules().values()) {
            assertThat(PackLoader.corePage(rule.id()))
                    .hasValueSatisfying(page -> assertThat(page).startsWith("# " + rule.title()));
        }
    }

    @Test
    void hasItsSamplesOnTheClassPathAsInItsFolder() throws IOException, RefusedPackException {
        try (var packed = SampleSet.onClassPath();
                var written = SampleSet.below(ROOT.resolve("catalog"))) {
            assertThat(packed.samples())
                    .isNotEmpty()
                    .usingElementComparator((a, b) -> a.name().compareTo(b.name()))
                    .containsExactlyElementsOf(written.samples());
        }
    }
}
