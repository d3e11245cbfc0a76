package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.Line;
import latchkey.analyzer.evidence.Notes;
import latchkey.analyzer.evidence.Quote;
import latchkey.rules.rule.SourceKind;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What people wrote, as one text of even letters that is parted into sentences. Letters keep their
 * places: small ones, without accents and with plain quotation marks, one for one.
 */
final class Speech {
    /** A line shorter than this was ended by its author and not by the edge of a window. */
    private static final int WRAPPED = 50;

    private final Notes notes;
    private final int[] starts;
    private final String written;
    private final String even;
    private final List<Sentence> sentences = new ArrayList<>();

    /** A sentence and how it is meant. */
    record Sentence(int from, int to, Mood mood) {}

    Speech(Notes notes) {
        this.notes = notes;
        this.starts = new int[notes.lines().size()];
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < starts.length; i++) {
            starts[i] = all.length();
            all.append(notes.lines().get(i).text()).append('\n');
        }
        written = all.toString();
        even = evened(written);
        part();
    }

    String even() {
        return even;
    }

    /** The words as they were written. */
    String written(int from, int to) {
        return written.substring(from, to);
    }

    /** Behind the word or number that stands at the place, marks within it included. */
    int endOfWord(int place) {
        int at = place + 1;
        while (at < even.length() && !Entry.isBlank(even.charAt(at))) {
            at++;
        }
        return at;
    }

    /** Whether people say of the words at a place of a line that they may be so or not. */
    boolean leavesOpen(int number, int column) {
        for (int i = 0; i < starts.length; i++) {
            Line line = notes.lines().get(i);
            if (line.number() == number && column < line.text().length()) {
                int place = starts[i] + column;
                return Mood.leavesOpen(even.substring(sentenceAt(place).from(), place));
            }
        }
        return false;
    }

    Sentence sentenceAt(int place) {
        int low = 0;
        int high = sentences.size() - 1;
        while (low < high) {
            int middle = (low + high + 1) / 2;
            if (sentences.get(middle).from() <= place) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return sentences.get(low);
    }

    /** End of the last sentence that says that all is well again; -1 when nobody says so. */
    int lastCure() {
        for (Sentence sentence : sentences.reversed()) {
            if (sentence.mood() == Mood.CURE) {
                return sentence.to();
            }
        }
        return -1;
    }

    /** The line that holds the place, as a quote that re-opens. */
    Quote quoteAt(int place) {
        int index = lineAt(place);
        Line line = notes.lines().get(index);
        return new Entry(
                        SourceKind.TEXT,
                        notes.file(),
                        List.of(line),
                        line.text(),
                        null,
                        Map.of(),
                        null,
                        null,
                        null)
                .quoteAt(place - starts[index]);
    }

    static String evened(String text) {
        StringBuilder even = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            even.append(evened(text, i));
        }
        return even.toString();
    }

    private static char evened(String text, int at) {
        char letter = text.charAt(at);
        if (letter < 0x80) {
            return letter >= 'A' && letter <= 'Z' ? (char) (letter + 32) : letter;
        }
        return switch (letter) {
            case '\u2018', '\u2019', '\u00b4' -> '\'';
            case '\u201c', '\u201d', '\u201e', '\u00ab', '\u00bb' -> '"';
            case '\u2010', '\u2011', '\u2013', '\u2014' -> '-';
            case '\u00a0', '\u202f' -> ' ';
            // Spanish "yes" would otherwise read as "if".
            case '\u00ed', '\u00cd' -> isYes(text, at) ? '\u00ed' : 'i';
            default -> letter < 0x180 ? withoutAccent(letter) : Character.toLowerCase(letter);
        };
    }

    private static boolean isYes(String text, int at) {
        return at > 0
                && Character.toLowerCase(text.charAt(at - 1)) == 's'
                && (at < 2 || !Character.isLetter(text.charAt(at - 2)))
                && (at + 1 == text.length() || !Character.isLetter(text.charAt(at + 1)));
    }

    private static char withoutAccent(char letter) {
        String parts = Normalizer.normalize(String.valueOf(letter), Normalizer.Form.NFD);
        return Character.toLowerCase(parts.charAt(0));
    }

    private int lineAt(int place) {
        int found = Arrays.binarySearch(starts, place);
        return found >= 0 ? found : -found - 2;
    }

    private void part() {
        int from = 0;
        boolean choice = false;
        for (int at = 0; at < even.length(); at++) {
            if (at + 1 == even.length() || isEnd(at)) {
                String words = even.substring(from, at + 1);
                choice = add(from, at + 1, choice && (words.isBlank() || Mood.isItem(words)));
                from = at + 1;
            }
        }
        if (sentences.isEmpty()) {
            sentences.add(new Sentence(0, 0, Mood.STATEMENT));
        }
    }

    /**
     * Adds a sentence, answers whether a choice of reasons is open behind it. What is said before
     * the choice is a fact.
     */
    private boolean add(int from, int to, boolean choice) {
        if (choice) {
            sentences.add(new Sentence(from, to, Mood.CHOICE));
            return true;
        }
        int chosen = Mood.choiceIn(even.substring(from, to));
        if (chosen < 0) {
            addWithAsides(from, to);
            return false;
        }
        if (chosen > 0) {
            addWithAsides(from, from + chosen);
        }
        sentences.add(new Sentence(from + chosen, to, Mood.CHOICE));
        return true;
    }

    /** A question or a condition in brackets or quotation marks is an aside of its own. */
    private void addWithAsides(int from, int to) {
        StringBuilder outer = new StringBuilder(even.substring(from, to));
        List<Sentence> asides = new ArrayList<>();
        for (int at = from; at < to; at++) {
            char letter = even.charAt(at);
            int end =
                    letter == '(' || letter == '"'
                            ? even.indexOf(letter == '(' ? ')' : '"', at + 1)
                            : -1;
            if (end > at + 2 && end < to) {
                Mood mood = Mood.of(even.substring(at + 1, end));
                if (!mood.isFact()) {
                    asides.add(new Sentence(at, end + 1, mood));
                    outer.replace(at - from, end + 1 - from, " ".repeat(end + 1 - at));
                }
                at = end;
            }
        }
        Mood mood = Mood.of(outer.toString());
        int open = from;
        for (Sentence aside : asides) {
            if (aside.from() > open) {
                sentences.add(new Sentence(open, aside.from(), mood));
            }
            sentences.add(aside);
            open = aside.to();
        }
        if (open < to) {
            sentences.add(new Sentence(open, to, mood));
        }
    }

    /** Whether a sentence ends behind this letter. */
    private boolean isEnd(int at) {
        char letter = even.charAt(at);
        if (letter == '\n') {
            return endsAtLine(at);
        }
        if (letter == '\u3002' || letter == '\uff1f' || letter == '\uff01') {
            return true;
        }
        boolean mark = letter == '.' || letter == '!' || letter == '?' || letter == ';';
        int next = at + 1;
        while (next < even.length() && "\"')]}*_".indexOf(even.charAt(next)) >= 0) {
            next++;
        }
        if (!mark || !Entry.isBlank(even.charAt(Math.min(next, even.length() - 1)))) {
            return false;
        }
        while (next < even.length() - 1 && Entry.isBlank(even.charAt(next))) {
            next++;
        }
        // An abbreviation is followed by a small letter, a sentence by a large one.
        return letter != '.' || !Character.isLowerCase(written.charAt(next));
    }

    private boolean endsAtLine(int at) {
        int line = lineAt(at);
        if (line + 1 >= starts.length) {
            return true;
        }
        Line here = notes.lines().get(line);
        Line next = notes.lines().get(line + 1);
        return next.number() != here.number() + 1
                || here.text().strip().length() < WRAPPED
                || Mood.isTurn(
                        even.substring(starts[line + 1], starts[line + 1] + next.text().length()));
    }
}
