package latchkey.analyzer.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.Quote;
import latchkey.analyzer.evidence.RunKey;
import latchkey.analyzer.timeline.Attempt.Result;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** How marks become attempts, and which attempt came after which. */
final class TimelineTest {
    @Test
    void statusOfANumberAndTheAgentsRunNearItAreOneAttempt() {
        var timeline =
                Timeline.of(
                        List.of(
                                mark(Mark.Type.RUN_STARTED, null, "10:00:00"),
                                mark(Mark.Type.STATUS_ERROR, 4, "10:00:30"),
                                mark(Mark.Type.RUN_SUCCEEDED, null, "10:00:40")));

        assertThat(timeline.attempts())
                .singleElement()
                .satisfies(
                        attempt -> {
                            assertThat(attempt.sequence()).isEqualTo(4);
                            assertThat(attempt.result()).isEqualTo(Result.FAILED);
                            assertThat(attempt.stated()).isTrue();
                            assertThat(attempt.from()).isEqualTo(at("10:00:00"));
                            assertThat(attempt.to()).isEqualTo(at("10:00:40"));
                        });
    }

    @Test
    void runsFarApartAreTwoAttempts() {
        var timeline =
                Timeline.of(
                        List.of(
                                mark(Mark.Type.RUN_STARTED, null, "10:00:00"),
                                mark(Mark.Type.RUN_FAILED, null, "10:00:40"),
                                mark(Mark.Type.RUN_STARTED, null, "11:00:00"),
                                mark(Mark.Type.RUN_SUCCEEDED, null, "11:00:40")));

        assertThat(timeline.attempts())
                .extracting(Attempt::result)
                .containsExactly(Result.FAILED, Result.SUCCEEDED);
    }

    @Test
    void runWithoutAnEndIsUnfinishedAndANewStartHoursLaterIsAnother() {
        var timeline =
                Timeline.of(
                        List.of(
                                mark(Mark.Type.RUN_STARTED, null, "06:00:00"),
                                mark(Mark.Type.RUN_STARTED, null, "10:00:00"),
                                mark(Mark.Type.RUN_SUCCEEDED, null, "10:01:00")));

        assertThat(timeline.attempts())
                .extracting(Attempt::result)
                .containsExactly(Result.UNFINISHED, Result.SUCCEEDED);
    }

    @Test
    void killAfterNinetyMinutesEndsTheRunThatStarted() {
        var timeline =
                Timeline.of(
                        List.of(
                                mark(Mark.Type.RUN_STARTED, null, "10:00:00"),
                                mark(Mark.Type.RUN_FAILED, null, "11:30:00")));

        assertThat(timeline.attempts())
                .singleElement()
                .extracting(Attempt::result)
                .isEqualTo(Result.FAILED);
    }

    @Test
    void statusInTransitionIsNoResultUnlessTheRunFailed() {
        var under = Timeline.of(List.of(mark(Mark.Type.STATUS_TRANSITIONING, 2, "10:00:00")));
        var killed =
                Timeline.of(
                        List.of(
                                mark(Mark.Type.STATUS_TRANSITIONING, 2, "10:00:00"),
                                mark(Mark.Type.RUN_FAILED, null, "10:00:50")));

        assertThat(under.attempts())
                .singleElement()
                .extracting(Attempt::result)
                .isEqualTo(Result.UNFINISHED);
        assertThat(killed.attempts())
                .singleElement()
                .extracting(Attempt::result)
                .isEqualTo(Result.FAILED);
    }

    @Test
    void laterStatusOfOneNumberCounts() {
        var timeline =
                Timeline.of(
                        List.of(
                                mark(Mark.Type.STATUS_ERROR, 2, "10:05:00"),
                                mark(Mark.Type.STATUS_TRANSITIONING, 2, "10:00:00")));

        assertThat(timeline.attempts())
                .singleElement()
                .extracting(Attempt::result)
                .isEqualTo(Result.FAILED);
    }

    @Test
    void numbersSayTheOrderWhenTheClockJumpedBack() {
        var timeline =
                Timeline.of(
                        List.of(
                                mark(Mark.Type.STATUS_ERROR, 4, "12:00:00"),
                                mark(Mark.Type.STATUS_SUCCESS, 5, "09:00:00")));
        var failed =
                timeline.attempts().stream()
                        .filter(a -> a.result() == Result.FAILED)
                        .findFirst()
                        .orElseThrow();

        assertThat(timeline.attempts()).extracting(Attempt::sequence).containsExactly(4, 5);
        assertThat(timeline.successAfter(RunKey.VMACCESS, failed, at("12:00:00"))).isPresent();
    }

    @Test
    void successBeforeTheFailureClearsNothing() {
        var timeline =
                Timeline.of(
                        List.of(
                                mark(Mark.Type.STATUS_SUCCESS, 4, "09:00:00"),
                                mark(Mark.Type.STATUS_ERROR, 5, "10:00:00")));

        assertThat(timeline.successAfter(RunKey.VMACCESS, timeline.attempts().getLast(), null))
                .isEmpty();
        assertThat(timeline.successAfter(RunKey.VMACCESS, null, at("10:00:00"))).isEmpty();
        assertThat(timeline.successAfter(RunKey.VMACCESS, null, at("08:00:00"))).isPresent();
    }

    @Test
    void undatedSuccessOnlyRepeatsTheDatedOne() {
        var known = mark(Mark.Type.STATUS_SUCCESS, 0, "09:00:00");
        var refused = mark(Mark.Type.STATUS_ERROR, null, "10:00:00");
        var now = mark(Mark.Type.STATUS_SUCCESS, null, null);

        assertThat(
                        Timeline.of(List.of(known, refused, now))
                                .successAfter(RunKey.VMACCESS, null, at("10:00:00")))
                .isEmpty();
        assertThat(
                        Timeline.of(List.of(refused, now))
                                .successAfter(RunKey.VMACCESS, null, at("10:00:00")))
                .isPresent();
    }

    @Test
    void failureAndTheSuccessRightAfterAreTwoAttempts() {
        var timeline =
                Timeline.of(
                        List.of(
                                mark(Mark.Type.RUN_STARTED, null, "10:00:00"),
                                mark(Mark.Type.STATUS_ERROR, 0, "10:00:06"),
                                mark(Mark.Type.STATUS_ERROR, null, "10:00:07"),
                                mark(Mark.Type.RUN_SUCCEEDED, null, "10:00:06"),
                                mark(Mark.Type.RUN_STARTED, null, "10:00:36"),
                                mark(Mark.Type.STATUS_SUCCESS, 1, "10:00:38"),
                                mark(Mark.Type.STATUS_SUCCESS, null, "10:00:39"),
                                mark(Mark.Type.RUN_SUCCEEDED, null, "10:00:38")));

        assertThat(timeline.attempts())
                .extracting(Attempt::sequence, Attempt::result, Attempt::from)
                .containsExactly(
                        tuple(0, Result.FAILED, at("10:00:00")),
                        tuple(1, Result.SUCCEEDED, at("10:00:36")));
    }

    @Test
    void twoSuccessesAMinuteApartKeepTheirTimes() {
        var timeline =
                Timeline.of(
                        List.of(
                                mark(Mark.Type.STATUS_SUCCESS, 0, "10:00:00"),
                                mark(Mark.Type.STATUS_SUCCESS, null, "10:00:05"),
                                mark(Mark.Type.STATUS_SUCCESS, null, "10:01:30"),
                                mark(Mark.Type.STATUS_SUCCESS, 1, "10:01:25")));

        assertThat(timeline.attempts())
                .extracting(Attempt::sequence, Attempt::from, Attempt::to)
                .containsExactly(
                        tuple(0, at("10:00:00"), at("10:00:05")),
                        tuple(1, at("10:01:25"), at("10:01:30")));
    }

    @Test
    void requestRefusedAMomentBeforeIsNoStatusOfTheRun() {
        var timeline =
                Timeline.of(
                        List.of(
                                mark(Mark.Type.STATUS_ERROR, null, "10:00:00"),
                                mark(Mark.Type.RUN_STARTED, null, "10:01:00"),
                                mark(Mark.Type.RUN_SUCCEEDED, null, "10:01:06"),
                                mark(Mark.Type.STATUS_SUCCESS, null, "10:01:10")));

        assertThat(timeline.attempts())
                .extracting(Attempt::result)
                .containsExactly(Result.FAILED, Result.SUCCEEDED);
    }

    @Test
    void successOfAnotherHandlerClearsNothing() {
        var other = new RunKey("Microsoft.Compute.BGInfo", "2.1", 9);
        var timeline =
                Timeline.of(
                        List.of(
                                mark(Mark.Type.STATUS_ERROR, 4, "09:00:00"),
                                new Mark(
                                        Mark.Type.STATUS_SUCCESS, other, at("10:00:00"), quote())));

        assertThat(timeline.successAfter(RunKey.VMACCESS, null, at("09:00:00"))).isEmpty();
        assertThat(timeline.successAfter(other.handler(), null, at("09:00:00"))).isPresent();
    }

    @Test
    void recordBelongsToItsNumberElseToTheNearestTime() {
        var timeline =
                Timeline.of(
                        List.of(
                                mark(Mark.Type.STATUS_ERROR, 4, "10:00:00"),
                                mark(Mark.Type.STATUS_ERROR, 5, "10:02:00")));

        assertThat(attemptOf(timeline, 5, "10:00:00")).isEqualTo(5);
        assertThat(attemptOf(timeline, null, "10:00:40")).isEqualTo(4);
        assertThat(attemptOf(timeline, null, "10:01:30")).isEqualTo(5);
        assertThat(attemptOf(timeline, null, "10:30:00")).isNull();
        assertThat(attemptOf(timeline, null, null)).isNull();
    }

    @Test
    void startsOfAgentAndSystemAreInOrder() {
        var timeline =
                Timeline.of(
                        List.of(
                                new Mark(Mark.Type.AGENT_STARTED, null, at("11:00:00"), quote()),
                                new Mark(Mark.Type.AGENT_ALIVE, null, at("11:30:00"), quote()),
                                new Mark(Mark.Type.BOOT, null, at("10:00:00"), quote())));

        assertThat(timeline.starts()).containsExactly(at("10:00:00"), at("11:00:00"));
    }

    @RepeatedTest(20)
    void orderOfTheMarksChangesNothing(RepetitionInfo info) {
        var marks =
                new ArrayList<>(
                        List.of(
                                mark(Mark.Type.RUN_STARTED, null, "10:00:00"),
                                mark(Mark.Type.STATUS_TRANSITIONING, 4, "10:00:10"),
                                mark(Mark.Type.STATUS_ERROR, 4, "10:00:10"),
                                mark(Mark.Type.STATUS_ERROR, null, "10:00:09"),
                                mark(Mark.Type.RUN_SUCCEEDED, null, "10:00:20"),
                                mark(Mark.Type.RUN_SUCCEEDED, null, "10:00:21"),
                                mark(Mark.Type.RUN_STARTED, null, "11:00:00"),
                                mark(Mark.Type.STATUS_SUCCESS, 5, "11:00:30"),
                                mark(Mark.Type.RUN_FAILED, null, "14:00:00"),
                                mark(Mark.Type.RUN_STARTED, null, "14:00:00"),
                                mark(Mark.Type.STATUS_SUCCESS, null, null),
                                mark(Mark.Type.STATUS_ERROR, null, null)));
        for (int i = 0; i < marks.size(); i++) {
            var mark = marks.get(i);
            marks.set(
                    i,
                    new Mark(
                            mark.type(),
                            mark.run(),
                            mark.time(),
                            new Quote("a.log", i + 1, null, "a line")));
        }
        var expected = Timeline.of(marks).attempts();

        Collections.shuffle(marks, new Random(info.getCurrentRepetition()));

        assertThat(Timeline.of(marks).attempts()).isEqualTo(expected);
    }

    private static @Nullable Integer attemptOf(
            Timeline timeline, @Nullable Integer sequence, @Nullable String clock) {
        return timeline.attemptOf(
                        RunKey.VMACCESS, new RunKey(RunKey.VMACCESS, null, sequence), at(clock))
                .map(Attempt::sequence)
                .orElse(null);
    }

    private static Mark mark(Mark.Type type, @Nullable Integer sequence, @Nullable String clock) {
        return new Mark(type, new RunKey(RunKey.VMACCESS, "2.4.11", sequence), at(clock), quote());
    }

    private static Quote quote() {
        return new Quote("a.log", 1, null, "a line");
    }

    private static @Nullable Instant at(@Nullable String clock) {
        return clock == null ? null : Instant.parse("2026-05-02T" + clock + "Z");
    }
}
