package latchkey.analyzer.redaction;

import java.util.List;

/** Finds one kind of value, in time linear in the text. */
interface Detector {
    void find(Passage passage, List<Span> found);
}
