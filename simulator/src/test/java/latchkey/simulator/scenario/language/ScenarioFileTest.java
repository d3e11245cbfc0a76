package latchkey.simulator.scenario.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import latchkey.simulator.scenario.Words;

import org.junit.jupiter.api.Test;

final class ScenarioFileTest {
    private static final String SOUND =
            """
            id: sound
            title: All is well
            cause: none
            outcome: healthy
            world:
              vms:
                - name: vm1
            script:
              - reset-password: {user: azureadmin, password: Correct-Horse-7}
            then:
              - account: {name: azureadmin, enabled: yes}
            """;

    @Test
    void readsASoundFile() throws MalformedScenario {
        // When
        Scenario scenario = ScenarioFile.read("sound.yaml", SOUND, Words.language());

        // Then
        assertThat(scenario.cause()).isEmpty();
        assertThat(scenario.script().getFirst().text("user")).isEqualTo("azureadmin");
        assertThat(scenario.setting().machines().getFirst().name()).isEqualTo("vm1");
    }

    @Test
    void tellsAllMistakesAtOnceWithTheirPlaces() {
        // Given
        String text =
                """
                id: Bad Id
                title: Many mistakes
                title: Twice
                cause: none
                outcome: fine
                world:
                  vms:
                    - name: vm1
                      colour: blue
                script:
                  - reset-pasword: {user: a}
                  - wait: {for: ten minutes}
                  - wait
                  - start: {vm: vm2}
                """;

        // When
        MalformedScenario refused = refusal(text);

        // Then
        assertThat(refused.mistakes())
                .extracting(mistake -> mistake.line() + ":" + mistake.column())
                .contains("3:1", "5:10", "9:7", "11:5", "12:17");
        assertThat(refused)
                .hasMessageContaining("the key 'title' is there twice")
                .hasMessageContaining("'fine' is none of")
                .hasMessageContaining("unknown key 'colour' of vm")
                .hasMessageContaining("did you mean reset-password?")
                .hasMessageContaining("is not a time span such as PT20M")
                .hasMessageContaining("wait lacks its 'for'")
                .hasMessageContaining("there is no VM 'vm2'; did you mean vm1?")
                .hasMessageContaining("lacks its 'then'")
                .hasMessageContaining("kebab case");
    }

    @Test
    void refusesAnchorsAliasesTagsAndSecondDocuments() {
        // When
        MalformedScenario refused =
                refusal(
                        SOUND.replace("title: All", "title: &a All").replace("vm1", "*a")
                                + "---\nid: !!str x\n");

        // Then
        assertThat(refused)
                .hasMessageContaining("2:8: anchors are not allowed")
                .hasMessageContaining("aliases are not allowed")
                .hasMessageContaining("tags are not allowed")
                .hasMessageContaining("a second document");
    }

    @Test
    void tellsWhereTheTextIsNoYaml() {
        // When
        MalformedScenario refused = refusal("id: [\ntitle: x\n");

        // Then
        assertThat(refused.mistakes())
                .singleElement()
                .satisfies(mistake -> assertThat(mistake.words()).startsWith("not YAML"));
    }

    @Test
    void namesACauseExactlyWhenTheOutcomeHasOne() {
        // When
        MalformedScenario refused = refusal(SOUND.replace("healthy", "cause-found"));

        // Then
        assertThat(refused).hasMessageContaining("go with a cause");
    }

    private static MalformedScenario refusal(String text) {
        return catchThrowableOfType(
                MalformedScenario.class,
                () -> ScenarioFile.read("bad.yaml", text, Words.language()));
    }
}
