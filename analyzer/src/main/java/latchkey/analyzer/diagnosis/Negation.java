package latchkey.analyzer.diagnosis;

import java.util.Set;

/** Whether a word is said of a thing or denied of it: "not expired", "never locked". */
final class Negation {
    /** How many words may stand between a denial and what it denies. */
    private static final int REACH = 3;

    /** German and French deny a verb behind it: "blockt die NSG nicht", "ne bloque pas". */
    private static final int REACH_BEHIND = 2;

    private static final Set<String> BEFORE =
            Set.of(
                    ("not no nothing never without nor neither cannot isn't aren't wasn't doesn't"
                         + " didn't don't hasn't haven't hadn't can't couldn't won't isnt doesnt"
                         + " dont nicht nichts kein keine keinen keinem keiner nie ohne weder pas"
                         + " aucun aucune jamais sans ni sin nunca ninguno ninguna tampoco nao nem"
                         + " sem nenhum nenhuma")
                            .split(" "));

    /** What is denied before one of these is denied behind it too. */
    private static final Set<String> OR =
            Set.of("or", "nor", "oder", "noch", "ou", "o", "u", "ni", "nem");

    private static final int REACH_OF_OR = 5;

    private static final Set<String> BEHIND = Set.of("nicht", "pas");

    /** A new thought begins here, and a denial does not reach beyond it. */
    private static final Set<String> BORDERS =
            Set.of(
                    ("because since as but and so while although only weil da denn aber sondern und"
                                    + " car mais parce et donc porque pero sino y pois mas e")
                            .split(" "));

    private Negation() {}

    /** Whether the words themselves deny, so that a denial is what they are about. */
    static boolean isIn(String words) {
        for (String word : words.split("[^\\p{L}\\d']+")) {
            if (isDenial(word)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word denies what comes behind it. */
    static boolean isDenial(String word) {
        return BEFORE.contains(word);
    }

    /** Whether what stands from {@code from} to {@code to} is denied within its sentence. */
    static boolean isOf(String text, int from, int to, Speech.Sentence sentence) {
        int at = from;
        int left = REACH;
        while (left-- > 0) {
            int end = at;
            while (end > sentence.from() && isBlank(text.charAt(end - 1))) {
                end--;
            }
            int start = end;
            while (start > sentence.from() && isOfWord(text.charAt(start - 1))) {
                start--;
            }
            String word = text.substring(start, end);
            if (word.isEmpty() || BORDERS.contains(word)) {
                break;
            }
            if (BEFORE.contains(word)) {
                return true;
            }
            left = OR.contains(word) ? REACH_OF_OR : left;
            at = start;
        }
        return isDeniedBehind(text, to, sentence.to());
    }

    private static boolean isDeniedBehind(String text, int from, int limit) {
        int at = from;
        while (at < limit && isOfWord(text.charAt(at))) {
            at++;
        }
        for (int i = 0; i < REACH_BEHIND; i++) {
            while (at < limit && isBlank(text.charAt(at))) {
                at++;
            }
            int end = at;
            while (end < limit && isOfWord(text.charAt(end))) {
                end++;
            }
            String word = text.substring(at, end);
            if (BEHIND.contains(word)) {
                return true;
            }
            if (word.isEmpty() || BORDERS.contains(word)) {
                return false;
            }
            at = end;
        }
        return false;
    }

    private static boolean isBlank(char letter) {
        return letter == ' ' || letter == '\n' || letter == '\t' || letter == '-';
    }

    private static boolean isOfWord(char letter) {
        return Character.isLetterOrDigit(letter) || letter == '\'';
    }
}
