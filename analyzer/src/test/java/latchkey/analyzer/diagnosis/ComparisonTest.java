package latchkey.analyzer.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

/** Distances between times as people write them. */
final class ComparisonTest {
    @ParameterizedTest
    @CsvSource({
        "17:15,08:05,TRUE",
        "16:04,08:05,FALSE",
        "7 pm,8 am,TRUE",
        "19 Uhr,8 Uhr,TRUE",
        "02:00,16:00,TRUE",
        "11:00,11:02,FALSE",
        "2026-06-03 07:00,2026-06-01 23:00,TRUE",
        "2026-06-01 23:00,2026-06-03 07:00,FALSE",
        "2026-05-01 00:30,2026-04-30 23:30,FALSE",
        "noon,08:00,UNKNOWN"
    })
    void tellsWhatLiesMoreThanEightHoursBehind(String later, String earlier, Truth truth) {
        assertThat(new Comparison("gt", Duration.ofHours(8)).between(later, earlier))
                .isEqualTo(truth);
    }
}
