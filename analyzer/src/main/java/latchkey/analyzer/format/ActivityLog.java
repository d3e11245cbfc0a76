package latchkey.analyzer.format;

import latchkey.rules.rule.SourceKind;

/** Events of the activity log, one or many. */
final class ActivityLog implements DocumentFormat {
    private static final SourceKind KIND = new SourceKind("activity-log");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        Clues clues = new Clues(peek);
        return clues.startJson() && clues.haveKeys("eventTimestamp", "operationName") ? 92 : 0;
    }

    @Override
    public void read(Page page) {
        ValuePage values = ValuePage.json(page, KIND);
        values.entries(path -> null);
        ResourceFacts.read(values);
    }
}
