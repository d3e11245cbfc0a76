package latchkey.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.simulator.scenario.language.MalformedScenario;
import latchkey.simulator.scenario.language.Scenario;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Every story plays to its ending, with its fault and without, whatever chance brings. */
final class EveryScenarioTest {
    private static final Pattern CAUSE =
            Pattern.compile("(?m)^  - id: (\\S+)\\n    title:.*\\n    area: (\\S+)");
    private static final long[] SEEDS = {1, 20_240_417};

    @TestFactory
    List<DynamicTest> endsAsItMust() throws MalformedScenario {
        List<DynamicTest> tests = new ArrayList<>();
        for (Scenario scenario : Library.ofProgram(Words.language()).all()) {
            for (long seed : SEEDS) {
                tests.add(test(scenario, seed, false));
            }
            if (!scenario.otherwise().isEmpty()) {
                tests.add(test(scenario, SEEDS[0], true));
            }
        }
        return tests;
    }

    private static DynamicTest test(Scenario scenario, long seed, boolean faultOff) {
        return DynamicTest.dynamicTest(
                scenario.id() + " " + seed + (faultOff ? " without its fault" : ""),
                () -> {
                    // When
                    var played = Player.play(new Order(scenario, seed, Variant.PLAIN, 0, faultOff));

                    // Then
                    assertThat(played.disappointments()).as(played.replay()).isEmpty();
                });
    }

    @Test
    void forbidsOnlyVariantsThatThereAre() throws MalformedScenario {
        assertThat(Library.ofProgram(Words.language()).all())
                .allSatisfy(story -> assertThat(Variant.all()).containsAll(story.never()));
    }

    @Test
    void everyCauseOutsideTheConsoleHasItsStory() throws MalformedScenario, IOException {
        // Given
        String vocabulary = Files.readString(Path.of("..", "rules", "vocabulary", "causes.yaml"));
        Set<String> causes =
                CAUSE.matcher(vocabulary)
                        .results()
                        .filter(found -> !found.group(2).equals("eva"))
                        .map(found -> found.group(1))
                        .collect(Collectors.toCollection(TreeSet::new));

        // When
        Set<String> told =
                Library.ofProgram(Words.language()).all().stream()
                        .filter(scenario -> scenario.outcome().equals("cause-found"))
                        .flatMap(scenario -> scenario.cause().stream())
                        .collect(Collectors.toCollection(TreeSet::new));

        // Then
        assertThat(causes).hasSizeGreaterThan(60);
        assertThat(told).isEqualTo(causes);
    }
}
