package latchkey.web.cli;

import java.util.List;

/** A configuration with mistakes: all of them, a sentence each. */
final class ConfigurationRefusedException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient List<String> mistakes;

    ConfigurationRefusedException(List<String> mistakes) {
        super(String.join("\n", mistakes));
        this.mistakes = List.copyOf(mistakes);
    }

    List<String> mistakes() {
        return mistakes;
    }
}
