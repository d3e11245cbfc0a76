package latchkey.web.api;

import latchkey.web.job.Analyses;
import latchkey.web.store.Training;
import latchkey.web.store.Vault;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;

/** Bundles made here, handed in as people hand in theirs. */
final class Bundles {
    private static final String FILE = "bundle.zip";

    private final Vault vault;
    private final Analyses analyses;

    Bundles(Vault vault, Analyses analyses) {
        this.vault = vault;
        this.analyses = analyses;
    }

    String admit(String name, byte[] zip, String how) throws IOException {
        String id = receive(name, zip);
        vault.cases().log(id, "you", how);
        analyses.wake();
        return id;
    }

    /** The same, with a verdict that nobody sees before they have given theirs. */
    String admitSealed(String name, byte[] zip, Training.Story story) throws IOException {
        String id = receive(name, zip);
        vault.trainings().seal(id, story);
        vault.cases().log(id, "you", "drawn for training");
        analyses.wake();
        return id;
    }

    private String receive(String name, byte[] zip) throws IOException {
        return vault.admit(
                name, false, List.of(vault.receive(FILE, new ByteArrayInputStream(zip))));
    }
}
