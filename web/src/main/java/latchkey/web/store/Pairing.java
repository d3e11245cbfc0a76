package latchkey.web.store;

import org.jdbi.v3.core.Jdbi;

import java.io.IOException;
import java.util.Optional;

/**
 * Rows and the files beside them carry the same mark. A database that is started with the folder of
 * another would take all its files for leftovers and sweep them away.
 */
final class Pairing {
    private final Database database;
    private final DataFolder folder;

    Pairing(Database database, DataFolder folder) {
        this.database = database;
        this.folder = folder;
    }

    /**
     * The mark goes into the database first: rows without files are seen, files without rows not.
     */
    void check() throws IOException {
        Jdbi jdbi = database.jdbi();
        Optional<String> ofRows =
                jdbi.withHandle(
                        handle ->
                                handle.createQuery("SELECT id FROM home")
                                        .mapTo(String.class)
                                        .findFirst());
        Optional<String> ofFiles = folder.mark();
        boolean isFirst = ofRows.isEmpty() && ofFiles.isEmpty() && !isHeldByFile();
        if (isFirst) {
            String fresh = Ids.fresh();
            database.writing()
                    .useHandle(handle -> handle.execute("INSERT INTO home (id) VALUES (?)", fresh));
            folder.mark(fresh);
        } else if (ofRows.isPresent() && ofFiles.isEmpty() && !hasCases() && !isHeldByFile()) {
            folder.mark(ofRows.get());
        } else if (ofRows.isEmpty() || !ofRows.equals(ofFiles)) {
            throw new StoreRefusedException(
                    "The database and the folder "
                            + folder.root()
                            + " belong to different stores: what lies in the folder would be lost."
                            + " Name the folder that goes with this database, or an empty one with"
                            + " an empty database.");
        }
    }

    /** The folder of a server that kept its cases in a file until now. */
    private boolean isHeldByFile() {
        return !database.isSqlite() && folder.hasDatabase();
    }

    private boolean hasCases() {
        return database.jdbi()
                .withHandle(
                        handle ->
                                handle.createQuery("SELECT COUNT(*) FROM cases")
                                                .mapTo(Integer.class)
                                                .one()
                                        > 0);
    }
}
