package latchkey.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;

/** What every place for cases has to do. */
interface CaseStoreContract {
    Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    String ID = "abcdefghijkmnpqr";

    CaseStore store();

    private static NewCase fresh(String id) {
        return new NewCase(id, "vm1.zip", false, List.of(CaseInput.of("vm1.zip", 42)));
    }

    private static CaseResult result(String hash) {
        return new CaseResult(
                new CaseRow.Verdict("cause-found", "password-policy", "It is the password", "vm1"),
                "{\"report\":1}",
                "{\"masked\":1}",
                "{}",
                List.of(new CaseFile("Logs/a.log", hash, 10, 2)));
    }

    @Test
    default void keepsWhatWasAdded() {
        // When
        store().add(fresh(ID));
        // Then
        CaseRow row = store().find(ID).orElseThrow();
        assertThat(row.state()).isEqualTo(CaseState.QUEUED);
        assertThat(row.created()).isEqualTo(NOW);
        assertThat(row.bytes()).isEqualTo(42);
        assertThat(store().inputs(ID)).extracting(CaseInput::name).containsExactly("vm1.zip");
    }

    @Test
    default void givesEachWaitingCaseToOneAnalysisOnly() {
        // Given
        store().add(fresh(ID));
        // When
        var first = store().claim();
        var second = store().claim();
        // Then
        assertThat(first).map(CaseRow::state).contains(CaseState.RUNNING);
        assertThat(second).isEmpty();
    }

    @Test
    default void keepsTheResultOfARunningAnalysis() {
        // Given
        store().add(fresh(ID));
        store().claim();
        // When
        boolean kept = store().finish(ID, result("a".repeat(64)));
        // Then
        assertThat(kept).isTrue();
        assertThat(store().result(ID)).map(CaseResult::report).contains("{\"report\":1}");
        assertThat(store().files(ID)).extracting(CaseFile::name).containsExactly("Logs/a.log");
        assertThat(store().file(ID, "a".repeat(64))).isPresent();
        assertThat(store().file(ID, "b".repeat(64))).isEmpty();
    }

    @Test
    default void keepsNoResultForACancelledCase() {
        // Given
        store().add(fresh(ID));
        store().claim();
        store().cancel(ID);
        // When
        boolean kept = store().finish(ID, result("a".repeat(64)));
        // Then
        assertThat(kept).isFalse();
        assertThat(store().hashes()).isEmpty();
        assertThat(store().find(ID)).map(CaseRow::state).contains(CaseState.CANCELLED);
    }

    @Test
    default void queuesAnInterruptedAnalysisAgainUntilItWasTriedTooOften() {
        // Given
        store().add(fresh(ID));
        // When
        store().claim();
        store().recover(2, "tried too often");
        var again = store().find(ID).orElseThrow();
        store().claim();
        store().recover(2, "tried too often");
        var failed = store().find(ID).orElseThrow();
        // Then
        assertThat(again.state()).isEqualTo(CaseState.QUEUED);
        assertThat(failed.state()).isEqualTo(CaseState.FAILED);
        assertThat(failed.failure()).isEqualTo("tried too often");
    }

    @Test
    default void forgetsEverythingAboutADeletedCase() {
        // Given
        store().add(fresh(ID));
        store().claim();
        store().finish(ID, result("a".repeat(64)));
        store().addNote(ID, "you", "a note");
        store().setTags(ID, List.of("one"));
        store().log(ID, "you", "did it");
        // When
        boolean deleted = store().delete(ID);
        // Then
        assertThat(deleted).isTrue();
        assertThat(store().find(ID)).isEmpty();
        assertThat(store().notes(ID)).isEmpty();
        assertThat(store().activity(ID)).isEmpty();
        assertThat(store().hashes()).isEmpty();
        assertThat(store().inputs(ID)).isEmpty();
    }

    @Test
    default void keepsNotesTagsStatusAndActivityInOrder() {
        // Given
        store().add(fresh(ID));
        // When
        store().addNote(ID, "you", "first");
        store().addNote(ID, "you", "'; DROP TABLE cases; --");
        store().setTags(ID, List.of("b", "a"));
        store().setStatus(ID, CaseStatus.WAITING);
        store().log(ID, "you", "handed in");
        // Then
        assertThat(store().notes(ID))
                .extracting(Note::words)
                .containsExactly("first", "'; DROP TABLE cases; --");
        assertThat(store().find(ID).orElseThrow().tags()).containsExactly("a", "b");
        assertThat(store().find(ID).orElseThrow().status()).isEqualTo(CaseStatus.WAITING);
        assertThat(store().activity(ID)).extracting(Activity::what).containsExactly("handed in");
    }

    @Test
    default void listsTheNewestFirstAndNoMoreThanAskedFor() {
        // Given
        store().add(fresh(ID));
        store().add(fresh("rqpnmkjihgfedcba"));
        // When
        var listed = store().list(1);
        // Then
        assertThat(listed).hasSize(1);
        assertThat(store().caseIds()).containsExactlyInAnyOrder(ID, "rqpnmkjihgfedcba");
    }

    @Test
    default void keepsUploadsUntilTheyAreRemoved() {
        // Given
        store().addUpload(new Upload(ID, "big.zip", 100, NOW));
        // When
        var kept = store().upload(ID);
        store().removeUpload(ID);
        // Then
        assertThat(kept).map(Upload::size).contains(100L);
        assertThat(store().uploads()).isEmpty();
    }

    @Test
    default void takesACaseThatIsOverBackIntoTheQueue() {
        // Given
        store().add(fresh(ID));
        boolean whileWaiting = store().again(ID);
        store().cancel(ID);
        // When
        boolean afterwards = store().again(ID);
        // Then
        assertThat(whileWaiting).isFalse();
        assertThat(afterwards).isTrue();
        assertThat(store().claim()).isPresent();
    }
}
