package latchkey.web.search;

import latchkey.web.job.Analyses;
import latchkey.web.store.Vault;

import java.io.IOException;

/** Takes a case out of every place it lies in, for good. */
public final class Disposal {
    private final Vault vault;
    private final Analyses analyses;
    private final CaseIndex index;

    public Disposal(Vault vault, Analyses analyses, CaseIndex index) {
        this.vault = vault;
        this.analyses = analyses;
        this.index = index;
    }

    public void delete(String id) throws IOException {
        vault.cases().cancel(id);
        analyses.end(id);
        index.remove(id);
        vault.delete(id);
    }
}
