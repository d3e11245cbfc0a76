package latchkey.analyzer.format;

import latchkey.analyzer.evidence.FactName;
import latchkey.rules.rule.SourceKind;

/**
 * Extension resources as the API and az return them, one or a list, with or without their instance
 * view.
 */
final class ArmExtension implements DocumentFormat {
    private static final SourceKind KIND = new SourceKind("arm-extension");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        Clues clues = new Clues(peek);
        boolean extension = clues.haveKeys("typeHandlerVersion", "publisher");
        return clues.startJson() && extension ? 82 : 0;
    }

    @Override
    public void read(Page page) {
        ValuePage values = ValuePage.json(page, KIND);
        Extensions extensions = new Extensions(values);
        values.entries(extensions::runOf);
        extensions.read();
        ResourceFacts.read(values);
        values.values()
                .named("location")
                .findFirst()
                .ifPresent(leaf -> values.fact(FactName.REGION, leaf));
    }
}
