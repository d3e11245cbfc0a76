package latchkey.simulator.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

final class WorldTest {
    private static final Instant START = Instant.parse("2026-10-06T07:00:00Z");

    private final World world = new World(new Seed(42), START, Limits.ORDINARY);
    private final List<String> seen = new ArrayList<>();

    @Test
    void appointmentsOfOneInstantAreKeptInTheOrderTheyWereMade() {
        // Given
        world.after(Duration.ofSeconds(5), "b", () -> seen.add("second"));
        world.after(Duration.ofSeconds(5), "c", () -> seen.add("third"));
        world.after(Duration.ofSeconds(1), "a", () -> seen.add("first"));
        // When
        world.advance(Duration.ofSeconds(5));
        // Then
        assertThat(seen).containsExactly("first", "second", "third");
        assertThat(world.now()).isEqualTo(START.plusSeconds(5));
    }

    @Test
    void whatIsCalledOffDoesNotHappen() {
        // Given
        var appointment = world.after(Duration.ofSeconds(1), "x", () -> seen.add("x"));
        appointment.callOff();
        // When
        world.advance(Duration.ofMinutes(1));
        // Then
        assertThat(seen).isEmpty();
        assertThat(world.step()).isFalse();
    }

    @Test
    void aDelayBelowNoughtIsNow() {
        // Given
        world.advance(Duration.ofHours(1));
        world.at(START, "late", () -> seen.add(world.now().toString()));
        // When
        world.step();
        // Then
        assertThat(seen).containsExactly("2026-10-06T08:00:00Z");
    }

    @Test
    void waitingGivesUpAtItsLimit() {
        // Given
        world.after(Duration.ofHours(2), "far", () -> seen.add("far"));
        // When
        boolean reached = world.advanceUntil(() -> !seen.isEmpty(), Duration.ofHours(1));
        // Then
        assertThat(reached).isFalse();
        assertThat(world.now()).isEqualTo(START.plus(Duration.ofHours(1)));
    }

    @Test
    void aWorldThatRunsInACircleIsStopped() {
        // Given
        var limited = new World(new Seed(1), START, new Limits(100, Duration.ofDays(1)));
        Runnable[] again = new Runnable[1];
        again[0] = () -> limited.after(Duration.ZERO, "again", again[0]);
        again[0].run();
        // When, then
        assertThatThrownBy(() -> limited.advance(Duration.ofHours(1)))
                .isInstanceOf(WorldExhausted.class);
    }

    @Test
    void aDrawOfOneNameDoesNotShiftAnother() {
        // Given
        var undisturbed = new World(new Seed(42), START, Limits.ORDINARY);
        world.dice("network").next();
        // When
        var afterDraw = world.dice("agent").guid();
        // Then
        assertThat(afterDraw).isEqualTo(undisturbed.dice("agent").guid());
        assertThat(afterDraw.version()).isEqualTo(4);
    }

    @Test
    void theChronicleTellsWhatCameAfterANumber() {
        // Given
        world.tell("a", "one");
        var second = world.tell("a", "two", "by", "me");
        // When
        var later = world.chronicle().after(1);
        // Then
        assertThat(later).containsExactly(second);
        assertThat(world.chronicle().after(2)).isEmpty();
    }
}
