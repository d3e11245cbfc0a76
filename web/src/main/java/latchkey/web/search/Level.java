package latchkey.web.search;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How loud a line is, as it says itself near its beginning. */
public enum Level {
    ERROR("error|err|fatal|critical|fail(?:ed|ure)?"),
    WARNING("warn(?:ing)?"),
    INFO("info(?:rmation(?:al)?)?|notice"),
    VERBOSE("verbo(?:se)?|debug|trace");

    private static final int HEAD = 120;
    private static final Pattern WORDS =
            Pattern.compile(
                    "(?i)(?<![a-z])(?:("
                            + ERROR.words
                            + ")|("
                            + WARNING.words
                            + ")|("
                            + INFO.words
                            + ")|("
                            + VERBOSE.words
                            + "))(?![a-z])");

    private final String words;

    Level(String words) {
        this.words = words;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Level> named(String word) {
        return Arrays.stream(values()).filter(level -> level.word().equals(word)).findFirst();
    }

    /** The level that a line states. */
    public static Optional<Level> of(String line) {
        Matcher words = WORDS.matcher(line.length() > HEAD ? line.substring(0, HEAD) : line);
        if (!words.find()) {
            return Optional.empty();
        }
        for (Level level : values()) {
            if (words.group(level.ordinal() + 1) != null) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
