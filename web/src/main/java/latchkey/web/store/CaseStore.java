package latchkey.web.store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What must survive. A method that returned has kept its promise, whatever happens afterwards. */
public interface CaseStore extends AutoCloseable {

    /** Keeps a case that waits for its analysis. */
    void add(NewCase fresh);

    Optional<CaseRow> find(String id);

    /** Newest first. */
    List<CaseRow> list(int limit);

    List<CaseInput> inputs(String id);

    /** Takes the longest waiting case into analysis. */
    Optional<CaseRow> claim();

    /** Keeps the result, unless the case was cancelled or deleted meanwhile. */
    boolean finish(String id, CaseResult result);

    /** Ends a running analysis without a result; false when it is not running. */
    boolean fail(String id, String because);

    /** Ends a waiting or running analysis; false when there is none. */
    boolean cancel(String id);

    /** Puts a case that is over back into the queue; false when it is not over. */
    boolean again(String id);

    /** The server ends before the analysis does, and that is no fault of the case. */
    void putBack(String id);

    /**
     * After a start: analyses that a dead process left behind wait again, or fail when they were
     * begun {@code tries} times.
     */
    void recover(int tries, String because);

    Optional<CaseResult> result(String id);

    List<CaseFile> files(String id);

    Optional<CaseFile> file(String id, String hash);

    /**
     * Forgets everything about a case; what it alone held of the files is the caller's to remove.
     */
    boolean delete(String id);

    void setStatus(String id, CaseStatus status);

    void setTags(String id, List<String> tags);

    Note addNote(String id, String author, String words);

    List<Note> notes(String id);

    void log(String id, String actor, String what);

    List<Activity> activity(String id);

    /** Keeps a case that many days after its analysis; 0 for ever, null as the server says. */
    void setKeepDays(String id, @Nullable Integer days);

    /**
     * Cases whose time is over.
     *
     * @param days of those that have no time of their own; 0 for ever
     */
    List<String> expired(Instant now, int days);

    /** Bytes announced or handed in that no analysis has dealt with yet. */
    long bytesWaiting();

    /** Every hash that some case needs. */
    Set<String> hashes();

    Set<String> caseIds();

    void addUpload(Upload upload);

    Optional<Upload> upload(String id);

    List<Upload> uploads();

    void removeUpload(String id);

    @Override
    void close();
}
