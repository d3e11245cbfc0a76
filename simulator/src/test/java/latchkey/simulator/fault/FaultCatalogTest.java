package latchkey.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** The catalogue of faults as its readers see it. */
final class FaultCatalogTest {
    @Test
    void idsAreInKebabCase() {
        assertThat(FaultCatalog.all())
                .extracting(Fault::id)
                .allMatch(id -> id.matches("[a-z0-9-]+"));
    }

    @Test
    void everythingWrongWithValuesIsToldAtOnce() {
        // Given
        var fault = FaultCatalog.find("wireserver-blocked").orElseThrow();
        // When
        var problems = fault.problems(Map.of("where", "somewhere", "why", "because"));
        // Then
        assertThat(problems).hasSize(2);
    }

    @Test
    void whatHasNoDefaultHasToBeGiven() {
        // Given
        var fault = FaultCatalog.find("service-stopped").orElseThrow();
        // When
        var problems = fault.problems(Map.of());
        // Then
        assertThat(problems).containsExactly("fault 'service-stopped' needs parameter 'service'");
    }
}
