package latchkey.web.store;

import java.security.SecureRandom;

/** Names that cannot be guessed. */
public final class Ids {
    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final SecureRandom LOTS = new SecureRandom();

    private Ids() {}

    /** Eighty bits in sixteen letters that cannot be mistaken for one another. */
    public static String fresh() {
        return letters(16);
    }

    /** A hundred and sixty bits. */
    public static String secret() {
        return letters(32);
    }

    public static boolean isId(String text) {
        return text.length() == 16 && text.chars().allMatch(unit -> LETTERS.indexOf(unit) >= 0);
    }

    private static String letters(int count) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(LETTERS.charAt(LOTS.nextInt(LETTERS.length())));
        }
        return text.toString();
    }
}
