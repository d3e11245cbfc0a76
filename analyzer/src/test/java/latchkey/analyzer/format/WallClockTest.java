package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Dates of event viewers. */
final class WallClockTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10/9/2025 6:37:22 PM | 2025-10-09T18:37:22",
                "10/9/2025 12:05:01 AM | 2025-10-09T00:05:01",
                "24.12.2025 06:37:22 | 2025-12-24T06:37:22",
                "24/12/2025 06:37 | 2025-12-24T06:37",
                "2025/12/24 6:37:22 | 2025-12-24T06:37:22",
                "3-4-25 16:37:22 | 2025-04-03T16:37:22",
            })
    void readsHowPeopleSeeThem(String written, String moment) {
        assertThat(WallClock.of(written)).isEqualTo(moment);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "13/13/2025 6:00:00 PM", "1/2/2025 25:00", "12:00"})
    void knowsWhatIsNoDate(String written) {
        assertThat(WallClock.of(written)).isNull();
    }
}
