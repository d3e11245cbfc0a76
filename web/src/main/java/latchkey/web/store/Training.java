package latchkey.web.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/**
 * A case whose verdict is sealed until a person has named the cause.
 *
 * @param story what was played; told to nobody before the answer
 * @param answer null while it is sealed
 */
public record Training(String caseId, Story story, @Nullable Answer answer) {

    /**
     * A scenario as it was drawn, and what is true of it.
     *
     * @param title of the scenario, a sentence
     * @param cause null where the outcome needs none
     * @param reason where the failure began in that world, a sentence; null where it is not told
     */
    public record Story(
            String scenario,
            String title,
            long seed,
            String variant,
            @Nullable String cause,
            String outcome,
            @Nullable String reason) {

        /** The right answer: the cause, or the outcome where that names none. */
        public String key() {
            return outcome.equals("cause-found") && cause != null ? cause : outcome;
        }
    }

    /**
     * @param named id of a cause, or an outcome
     */
    public record Answer(String named, Instant at, String person) {}

    public boolean isRight() {
        return answer != null && answer.named().equals(story.key());
    }
}
