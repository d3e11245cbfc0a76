package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

final class ValuesTest {
    @Test
    void aValueKnowsWhatStandsBesideItInItsObjectAndNothingElse() {
        // Given
        var values =
                values(
                        """
                        {"rules": [
                          {"access": "Deny", "destinationPortRanges": ["3389", "22"]},
                          {"access": "Allow", "direction": "Inbound"}]}
                        """);
        // When
        var fields = values.fieldsOf(values.named("access").findFirst().orElseThrow());
        // Then
        assertThat(fields)
                .isEqualTo(
                        Map.of(
                                "name", "access",
                                "beside.access", "Deny",
                                "beside.destinationportranges", "3389,22"));
    }

    @Test
    void aSecretStandsBesideNothing() {
        // Given
        var values = values("{\"adminPassword\": \"Horse-1\", \"adminUsername\": \"ops\"}");
        // When
        var fields = values.fieldsOf(values.named("adminUsername").findFirst().orElseThrow());
        // Then
        assertThat(fields.values()).doesNotContain("Horse-1");
    }

    private static Values values(String json) {
        return new Values(JsonLeaves.of(json).values());
    }
}
