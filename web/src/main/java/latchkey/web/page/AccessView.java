package latchkey.web.page;

import latchkey.web.store.CaseRow;
import latchkey.web.store.Person;
import latchkey.web.store.Right;
import latchkey.web.store.Sharing;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Who may see a case and how long there is one, for its page.
 *
 * @param people everybody who ever signed in; empty where nobody signs in
 * @param serverDays how long the server keeps cases; 0 for ever
 */
public record AccessView(
        CaseRow row, Right mine, Sharing sharing, List<Person> people, int serverDays) {

    public boolean isMine() {
        return mine == Right.OWN;
    }

    public boolean mayWrite() {
        return mine.includes(Right.WRITE);
    }

    public String owner() {
        return name(sharing.owner());
    }

    public String name(String person) {
        return people.stream()
                .filter(one -> one.id().equals(person))
                .map(Person::label)
                .findFirst()
                .orElse(Person.LOCAL.label());
    }

    /** People who could still be let in. */
    public List<Person> others() {
        List<String> in = sharing.members().stream().map(Sharing.Member::person).toList();
        return people.stream()
                .filter(one -> !one.id().equals(sharing.owner()) && !in.contains(one.id()))
                .toList();
    }

    /** When the case goes, as a sentence. */
    public String end() {
        Integer own = row.keepDays();
        int days = own == null ? serverDays : own;
        Instant finished = row.finished();
        return days == 0 || finished == null
                ? "This case stays until somebody deletes it."
                : "This case is deleted for good on "
                        + Show.day(finished.plus(Duration.ofDays(days)))
                        + ".";
    }

    public String serverSays() {
        return serverDays == 0
                ? "as the server does: for good"
                : "as the server does: " + Show.count(serverDays, "day", "days");
    }

    /** The choice as the form has it: a number of days, or nothing. */
    public String chosen() {
        @Nullable Integer own = row.keepDays();
        return own == null ? "" : own.toString();
    }

    /** A number of days that only the API could set. */
    public boolean isOddChoice() {
        return !List.of("", "0", "7", "30", "90", "365").contains(chosen());
    }
}
