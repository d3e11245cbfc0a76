package latchkey.analyzer.evidence;

import java.util.Set;

/**
 * Where readers put what they find in one file, in the order of the file. Not shared between
 * threads.
 */
public interface Sink {
    /**
     * @param anchors ids of the anchors that the scanner found in the entry, possibly with repeats
     */
    void entry(Entry entry, Set<Integer> anchors);

    /** What people wrote in the file, passed on once at its end; most files hold no such thing. */
    default void notes(Notes notes) {}

    void mark(Mark mark);

    void fact(Fact fact);
}
