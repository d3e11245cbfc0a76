package latchkey.analyzer.redaction;

import java.util.Locale;

/** Tells a secret from the words that stand in its place. */
final class Secrets {
    private static final int SHORTEST_SPREAD = 6;

    private Secrets() {}

    /**
     * Codes, prompts, placeholders, variables and, where nothing marks the value as one, words of
     * prose.
     */
    static boolean isHarmless(String value, boolean isQuoted) {
        String folded = value.toLowerCase(Locale.ROOT);
        String bare = stripped(folded);
        if (WellKnown.isPlaceholder(folded)
                || isAnswer(folded)
                || isCode(bare)
                || isPrompt(folded)) {
            return true;
        }
        return !isQuoted
                && (bare.isEmpty()
                        || WellKnown.isFiller(bare)
                        || WellKnown.isPlaceholder(bare)
                        || (folded.startsWith("(") && bare.chars().allMatch(Character::isLetter))
                        || folded.startsWith("nerr_")
                        || folded.startsWith("error_")
                        || folded.startsWith("system."));
    }

    private static boolean isAnswer(String folded) {
        return folded.equals("null")
                || folded.equals("true")
                || folded.equals("false")
                || folded.equals("$null")
                || folded.equals("$true")
                || folded.equals("$false");
    }

    /** Error codes behind "password:" are evidence. */
    private static boolean isCode(String folded) {
        String digits = folded.startsWith("0x") ? folded.substring(2) : "";
        boolean isHexadecimal =
                !digits.isEmpty()
                        && digits.length() <= 8
                        && digits.chars().allMatch(c -> Character.digit(c, 16) >= 0);
        return isHexadecimal || (folded.startsWith("-214") && folded.length() == 11);
    }

    private static boolean isPrompt(String folded) {
        return folded.equals("*")
                || folded.startsWith("$(")
                || folded.startsWith(" p; printf %s ")
                || folded.startsWith("(read-host")
                || folded.startsWith("(get-credential")
                || folded.startsWith("(convertto-securestring")
                || folded.startsWith("([net.networkcredential]")
                || (folded.startsWith("$") && NamedSecrets.isSecretName(folded.substring(1)));
    }

    private static String stripped(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && "'\"([".indexOf(text.charAt(start)) >= 0) {
            start++;
        }
        while (end > start && "'\".,:;)]!?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Three kinds of characters in six or more. */
    static boolean looksRandom(String text) {
        if (text.length() < SHORTEST_SPREAD) {
            return false;
        }
        int kinds = 0;
        kinds += text.chars().anyMatch(Character::isLowerCase) ? 1 : 0;
        kinds += text.chars().anyMatch(Character::isUpperCase) ? 1 : 0;
        kinds += text.chars().anyMatch(Character::isDigit) ? 1 : 0;
        kinds += text.chars().anyMatch(c -> "!@#$%^&*?~+=_".indexOf(c) >= 0) ? 1 : 0;
        return kinds >= 3;
    }

    /** Whether a secret is masked wherever it stands, without hiding words of the log. */
    static boolean isDistinct(String value) {
        boolean isPlainWord = value.chars().allMatch(Character::isLetter);
        return value.length() >= SHORTEST_SPREAD
                && value.length() <= 512
                && !isPlainWord
                && !value.isBlank()
                && !value.chars().allMatch(Character::isDigit)
                && !WellKnown.isName(value);
    }
}
