package latchkey.analyzer.format;

import latchkey.rules.rule.SourceKind;

/** Any other JSON: its values are evidence of unknown origin. */
final class GenericJson implements DocumentFormat {
    @Override
    public SourceKind kind() {
        return SourceKind.TEXT;
    }

    @Override
    public int recognises(Peek peek) {
        return new Clues(peek).startJson() ? 20 : 0;
    }

    @Override
    public void read(Page page) {
        ValuePage values = ValuePage.json(page, SourceKind.TEXT);
        values.entries(path -> null);
        ResourceFacts.read(values);
        SecurityRules.read(values);
    }
}
