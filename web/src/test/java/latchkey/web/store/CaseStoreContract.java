package latchkey.web.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What every place for cases has to do. */
interface CaseStoreContract {
    Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    String ID = "abcdefghijkmnpqr";
    String ANN = "ann";

    CaseStore store();

    AccessStore access();

    static NewCase fresh(String id) {
        return new NewCase(id, ANN, "vm1.zip", false, List.of(CaseInput.of("vm1.zip", 42)));
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
        store().addUpload(new Upload(ID, ANN, "big.zip", 100, NOW));
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

    @Test
    default void keepsEveryLetterOfAName() {
        // Given
        String odd = "\u202egpj.exe 漢字 🙂 ' \" ; -- \u0001";
        // When
        store().add(new NewCase(ID, ANN, odd, false, List.of(new CaseInput(odd, "place", 1))));
        store().add(
                        new NewCase(
                                "rqpnmkjihgfedcba",
                                ANN,
                                "nul\u0000nul",
                                false,
                                List.of(CaseInput.of("x", 1))));
        // Then
        assertThat(store().find(ID)).map(CaseRow::name).contains(odd);
        assertThat(store().inputs(ID)).extracting(CaseInput::name).containsExactly(odd);
        assertThat(store().find("rqpnmkjihgfedcba").orElseThrow().name())
                .startsWith("nul")
                .endsWith("nul")
                .hasSize(7);
    }

    @Test
    default void keepsAResultWithoutACauseOrAMachine() {
        // Given
        store().add(fresh(ID));
        store().claim();
        // When
        store().finish(
                        ID,
                        new CaseResult(
                                new CaseRow.Verdict("healthy", null, "Nothing is wrong", null),
                                "{}",
                                "{}",
                                "{}",
                                List.of()));
        // Then
        CaseRow.Verdict verdict = store().find(ID).orElseThrow().verdict();
        assertThat(verdict).isNotNull();
        assertThat(verdict.cause()).isNull();
        assertThat(verdict.machine()).isNull();
    }

    @Test
    default void tellsWhichCasesHaveHadTheirTime() {
        // Given
        for (String id : List.of(ID, "own", "pinned", "waiting")) {
            store().add(fresh(id));
        }
        for (String id : List.of(ID, "own", "pinned")) {
            store().cancel(id);
        }
        store().setKeepDays("own", 2);
        store().setKeepDays("pinned", 0);
        // When / Then
        assertThat(store().expired(NOW.plus(Duration.ofDays(2)), 30)).containsExactly("own");
        assertThat(store().expired(NOW.plus(Duration.ofDays(30)), 30)).containsExactly(ID, "own");
        assertThat(store().expired(NOW.plus(Duration.ofDays(30)).minusMillis(1), 30))
                .containsExactly("own");
        assertThat(store().expired(NOW.plus(Duration.ofDays(10_000)), 0)).containsExactly("own");
        store().setKeepDays("own", null);
        assertThat(store().expired(NOW.plus(Duration.ofDays(10_000)), 0)).isEmpty();
    }

    @Test
    default void countsWhatWaits() {
        // Given
        store().add(fresh(ID));
        store().addUpload(new Upload(ID, ANN, "big.zip", 100, NOW));
        // When
        long waiting = store().bytesWaiting();
        store().cancel(ID);
        store().removeUpload(ID);
        // Then
        assertThat(waiting).isEqualTo(142);
        assertThat(store().bytesWaiting()).isZero();
    }

    @Test
    default void showsACaseToThoseItIsSharedWithOnly() {
        // Given
        Person ann = access().welcome(new Identity("https://id", "1", "Ann", "ann@x.example"));
        Person bob = access().welcome(new Identity("https://id", "2", "Bob", ""));
        Person eve = access().welcome(new Identity("https://id", "3", "Eve", ""));
        Person root = new Person("root", "Root", "", true);
        store().add(new NewCase(ID, ann.id(), "one", false, List.of()));
        store().add(new NewCase("other", eve.id(), "two", false, List.of()));
        store().setTags(ID, List.of("tagged"));
        // When
        access().share(
                        ID,
                        new Sharing(ann.id(), false, List.of(new Sharing.Member(bob.id(), true))));
        // Then
        assertThat(access().right(ann, ID)).contains(Right.OWN);
        assertThat(access().right(bob, ID)).contains(Right.WRITE);
        assertThat(access().right(eve, ID)).isEmpty();
        assertThat(access().right(root, ID)).contains(Right.OWN);
        assertThat(access().find(eve, ID)).isEmpty();
        assertThat(access().find(bob, ID).orElseThrow().tags()).containsExactly("tagged");
        assertThat(access().list(bob, 10)).extracting(CaseRow::id).containsExactly(ID);
        assertThat(access().visible(eve)).containsExactly("other");
        assertThat(access().visible(root)).containsExactlyInAnyOrder(ID, "other");
        // When
        access().share(ID, new Sharing(ann.id(), true, List.of()));
        // Then
        assertThat(access().right(eve, ID)).contains(Right.READ);
        assertThat(access().right(bob, ID)).contains(Right.READ);
        assertThat(access().sharing(ID)).isEqualTo(new Sharing(ann.id(), true, List.of()));
    }

    @Test
    default void knowsAPersonByIssuerAndSubjectWhateverTheNameIs() {
        // When
        Person first = access().welcome(new Identity("https://id", "1", "Ann", "ann@x.example"));
        Person renamed = access().welcome(new Identity("https://id", "1", "Ann Lee", ""));
        Person elsewhere = access().welcome(new Identity("https://other", "1", "Ann", ""));
        // Then
        assertThat(renamed.id()).isEqualTo(first.id());
        assertThat(first.label()).isEqualTo("Ann (ann@x.example)");
        assertThat(renamed.label()).isEqualTo("Ann Lee");
        assertThat(new Person("1", "Eve (ann@x.example)", "", false).label())
                .isEqualTo("Eve [ann@x.example]");
        assertThat(elsewhere.id()).isNotEqualTo(first.id());
        assertThat(access().people()).extracting(Person::name).containsExactly("Ann", "Ann Lee");
    }

    @Test
    default void putsBackWhatTheServerStoppedWithoutCountingIt() {
        // Given
        store().add(fresh(ID));
        store().claim();
        // When
        store().putBack(ID);
        store().putBack(ID);
        // Then
        assertThat(store().find(ID)).map(CaseRow::state).contains(CaseState.QUEUED);
        assertThat(store().find(ID)).map(CaseRow::tries).contains(0);
    }

    @Test
    default void knowsThePersonOfATokenUntilItsTimeIsOver() {
        // Given
        Person ann = access().welcome(new Identity("https://id", "1", "Ann", ""));
        Person bob = access().welcome(new Identity("https://id", "2", "Bob", ""));
        Token token = new Token(ID, "nightly", NOW.plusSeconds(1));
        // When
        access().addToken(ann, token, "hash");
        // Then
        assertThat(access().byToken("hash", NOW)).contains(ann);
        assertThat(access().byToken("hash", NOW.plusSeconds(1))).isEmpty();
        assertThat(access().byToken("other", NOW)).isEmpty();
        assertThat(access().tokens(ann, NOW)).containsExactly(token);
        assertThat(access().tokens(bob, NOW)).isEmpty();
        assertThat(access().removeToken(bob, ID)).isFalse();
        assertThat(access().removeToken(ann, ID)).isTrue();
        assertThat(access().byToken("hash", NOW)).isEmpty();
    }
}
