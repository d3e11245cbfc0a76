package latchkey.analyzer.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in plain words why a file could not be read or written. */
final class Reasons {
    private Reasons() {}

    static String of(IOException failure) {
        return switch (failure) {
            case NoSuchFileException missing -> missing.getFile() + " does not exist.";
            case AccessDeniedException denied -> denied.getFile() + " may not be opened.";
            case FileSystemException other ->
                    other.getFile()
                            + " could not be used"
                            + (other.getReason() == null ? "." : ": " + other.getReason() + ".");
            default ->
                    failure.getMessage() == null
                            ? "A file could not be read."
                            : failure.getMessage();
        };
    }
}
