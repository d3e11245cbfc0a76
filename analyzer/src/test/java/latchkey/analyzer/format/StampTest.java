package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;

class StampTest {
    @Test
    void countsDaysAsTheCalendarDoes() {
        var end = LocalDate.of(2401, 3, 2);
        for (var day = LocalDate.EPOCH; day.isBefore(end); day = day.plusDays(1)) {
            assertThat(Stamp.epochDay(day.getYear(), day.getMonthValue(), day.getDayOfMonth()))
                    .isEqualTo(day.toEpochDay());
        }
    }

    @Test
    void knowsWhichDaysThereAre() {
        assertThat(Stamp.in("02/29/2024 10:00:00.00", 0)).isNotNull();
        assertThat(Stamp.in("02/29/2023 10:00:00.00", 0)).isNull();
        assertThat(Stamp.in("04/31/2023 10:00:00.00", 0)).isNull();
    }
}
