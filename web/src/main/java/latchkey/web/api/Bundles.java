package latchkey.web.api;

import latchkey.web.job.Analyses;
import latchkey.web.store.Person;
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

    String admit(Person who, String name, byte[] zip, String how) throws IOException {
        String id = receive(who, name, zip);
        vault.cases().log(id, who.label(), how);
        analyses.wake();
        return id;
    }

    /** The same, with a verdict that nobody sees before they have given theirs. */
    String admitSealed(Person who, String name, byte[] zip, Training.Story story)
            throws IOException {
        String id = receive(who, name, zip);
        vault.trainings().seal(id, story);
        vault.cases().log(id, who.label(), "drawn for training");
        analyses.wake();
        return id;
    }

    private String receive(Person who, String name, byte[] zip) throws IOException {
        return vault.admit(
                who.id(), name, false, List.of(vault.receive(FILE, new ByteArrayInputStream(zip))));
    }
}
