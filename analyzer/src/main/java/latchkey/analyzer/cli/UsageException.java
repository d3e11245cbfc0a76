package latchkey.analyzer.cli;

import org.jspecify.annotations.Nullable;

import java.util.Optional;

/** The command line asks for something that cannot be done; told in one sentence, with a hint. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final @Nullable String hint;

    UsageException(String sentence, @Nullable String hint) {
        super(sentence);
        this.hint = hint;
    }

    @Override
    public String getMessage() {
        String message = super.getMessage();
        return message == null ? "" : message;
    }

    Optional<String> hint() {
        return Optional.ofNullable(hint);
    }
}
