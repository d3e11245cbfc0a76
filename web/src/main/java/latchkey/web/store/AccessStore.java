package latchkey.web.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Cases as a person sees them. A door asks here and never {@link CaseStore#find} or {@link
 * CaseStore#list}, which know no persons.
 */
public interface AccessStore {

    /** Nothing when the person may not even know that there is such a case. */
    Optional<Right> right(Person who, String caseId);

    Optional<CaseRow> find(Person who, String caseId);

    /** Newest first. */
    List<CaseRow> list(Person who, int limit);

    /** The ids of all that the person may see. */
    Set<String> visible(Person who);

    Sharing sharing(String caseId);

    /** Replaces all of it, at once. */
    void share(String caseId, Sharing sharing);

    /** Somebody signed in: known from here on, under the newest name. */
    Person welcome(Identity identity);

    /** Everybody who ever signed in, by name. */
    List<Person> people();

    /**
     * @param hash of the secret, which is kept nowhere
     */
    void addToken(Person of, Token token, String hash);

    /** Those that still open something. */
    List<Token> tokens(Person of, Instant now);

    /** False when that person has no such token. */
    boolean removeToken(Person of, String id);

    /** Whose token that is. */
    Optional<Person> byToken(String hash, Instant now);
}
