package latchkey.analyzer.format;

import latchkey.rules.rule.SourceKind;

/** A binary event log: known, and not read. */
final class EvtxBinary implements DocumentFormat {
    @Override
    public SourceKind kind() {
        return new SourceKind("evtx");
    }

    @Override
    public int recognises(Peek peek) {
        return peek.head().startsWith("ElfFile") ? 100 : 0;
    }

    @Override
    public void read(Page page) {
        page.partly(
                "Binary event logs are not read yet; export with: wevtutil qe System /f:RenderedXml"
                        + " > System.xml");
    }
}
