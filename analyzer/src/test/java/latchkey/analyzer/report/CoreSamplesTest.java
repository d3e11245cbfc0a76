package latchkey.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.rules.catalog.PackLoader;
import latchkey.rules.catalog.Sample;
import latchkey.rules.catalog.SampleSet;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

class CoreSamplesTest {
    @Test
    void everySampleComesOutAsExpectedAndNoStrangerFiresOnIt() throws Exception {
        // Given
        SampleRuns runs = new SampleRuns(PackLoader.core());
        List<String> problems = new ArrayList<>();
        int count = 0;
        // When
        try (SampleSet samples = SampleSet.onClassPath()) {
            for (Sample sample : samples.samples()) {
                problems.addAll(runs.problemsOf(sample));
                count++;
            }
        }
        // Then
        assertThat(count).as("samples found").isGreaterThan(150);
        assertThat(problems).isEmpty();
    }
}
