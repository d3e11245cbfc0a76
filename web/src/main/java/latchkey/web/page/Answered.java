package latchkey.web.page;

import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.face.Word;
import latchkey.web.play.Choices;
import latchkey.web.store.Training;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * What came of a training: what was named, what is true, and what the rules say to both.
 *
 * @param named title of what the person named
 * @param truth title of what was right
 * @param world what was played
 * @param reason where it began in that world; null where it is not told
 * @param latchkey title of what the report says
 * @param agrees whether the report says what is true
 * @param against the rules of the cause that was named, and why they do not find it here
 */
public record Answered(
        boolean isRight,
        String named,
        String truth,
        String world,
        @Nullable String reason,
        String latchkey,
        boolean agrees,
        List<Report.RuleResult> against) {

    static Answered of(Training training, Report report, Choices choices) {
        Training.Story story = training.story();
        String named = Objects.requireNonNull(training.answer()).named();
        String said = said(report);
        Set<String> rules = choices.rules().getOrDefault(named, Set.of());
        return new Answered(
                training.isRight(),
                choices.title(named),
                choices.title(story.key()),
                story.title() + " (" + story.scenario() + ", seed " + story.seed() + ")",
                story.reason(),
                choices.title(said),
                said.equals(story.key()),
                training.isRight()
                        ? List.of()
                        : report.rules().stream()
                                .filter(rule -> rules.contains(rule.id().toString()))
                                .toList());
    }

    /** The first cause of a report, or its outcome where it names none. */
    static String said(Report report) {
        return report.causes().isEmpty()
                ? Word.of(report.outcome())
                : Objects.requireNonNull(report.causes().getFirst().cause());
    }
}
