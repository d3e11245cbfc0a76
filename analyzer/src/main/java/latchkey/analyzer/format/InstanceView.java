package latchkey.analyzer.format;

import latchkey.rules.rule.SourceKind;

/** The instance view of a VM, or the part of it that is about one extension. */
final class InstanceView implements DocumentFormat {
    private static final SourceKind KIND = new SourceKind("instance-view");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        Clues clues = new Clues(peek);
        if (!clues.startJson()) {
            return 0;
        }
        if (clues.haveKeys("vmAgent")
                || (clues.haveText("\"powerstate/") && clues.haveKeys("statuses"))) {
            return 86;
        }
        boolean statuses = clues.haveKeys("statuses") || clues.haveKeys("displayStatus", "level");
        return statuses ? 78 : 0;
    }

    @Override
    public void read(Page page) {
        ValuePage values = ValuePage.json(page, KIND);
        Extensions extensions = new Extensions(values);
        values.entries(extensions::runOf);
        extensions.read();
        MachineView.read(values);
        ResourceFacts.read(values);
    }
}
