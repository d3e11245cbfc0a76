package latchkey.analyzer.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Says in plain words why a file could not be read or written. */
final class Reasons {
    private Reasons() {}

    static String of(IOException failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + " does not exist.";
        }
        if (failure instanceof AccessDeniedException denied) {
            return denied.getFile() + " may not be opened.";
        }
        if (failure instanceof FileSystemException other) {
            String reason = other.getReason();
            return other.getFile()
                    + " could not be used"
                    + (reason == null ? "." : ": " + reason + ".");
        }
        String message = failure.getMessage();
        return message == null ? "A file could not be read." : message;
    }
}
