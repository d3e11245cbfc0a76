package latchkey.rules.catalog;

import latchkey.rules.rule.Signal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what a person must say for a signal to be true. */
final class SaidReader {
    /** Before the name of words that the vocabulary keeps. */
    private static final String NAMED = "$";

    /** More characters than this are no passage any more. */
    private static final int LARGEST = 2000;

    private static final int SMALLEST = 20;

    private final Vocabulary vocabulary;

    SaidReader(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    Signal read(Fields fields, String says) {
        List<List<String>> about = groups(fields, "about");
        List<List<String>> groups = groups(fields, "said");
        Node unless = fields.find("unless");
        List<String> changed = unless == null ? List.of() : words(fields, unless);
        Integer within = fields.wholeNumber("within");
        if (within != null && (within < SMALLEST || within > LARGEST)) {
            fields.problem(
                    "within", "a passage has " + SMALLEST + " to " + LARGEST + " characters");
        }
        List<String> values = fields.texts("value");
        values.forEach(value -> SignalReader.check(fields, "value", value));
        int reach = within == null ? Signal.Said.WITHIN : within;
        return new Signal.Said(about, groups, changed, reach, values, says);
    }

    private List<List<String>> groups(Fields fields, String key) {
        List<List<String>> groups = new ArrayList<>();
        Node written = fields.find(key);
        if (written instanceof Node.Items items) {
            for (Node group : items.nodes()) {
                groups.add(words(fields, group));
            }
        }
        if (written != null && groups.isEmpty()) {
            fields.problem(key, "'" + key + "' must be a list of groups of words");
        }
        return groups;
    }

    /** The words of one group, the named ones written out. */
    List<String> words(Fields fields, @Nullable Node group) {
        if (group instanceof Node.Text one) {
            List<String> words = new ArrayList<>(1);
            add(fields, one, words);
            return words;
        }
        if (!(group instanceof Node.Items items) || items.nodes().isEmpty()) {
            fields.problem(
                    group == null ? fields.node() : group,
                    "a group must be a word or a list of words");
            return List.of();
        }
        List<String> words = new ArrayList<>(items.nodes().size());
        for (Node item : items.nodes()) {
            if (item instanceof Node.Text text) {
                add(fields, text, words);
            } else {
                fields.problem(item, "a word must be text");
            }
        }
        return words;
    }

    private void add(Fields fields, Node.Text item, List<String> words) {
        String word = item.value();
        if (word.startsWith(NAMED)) {
            List<String> named = vocabulary.speech().get(word.substring(1));
            if (named == null) {
                fields.problem(item, "the vocabulary has no words '" + word + "'");
            } else {
                words.addAll(named);
            }
            return;
        }
        check(fields, item);
        words.add(word.strip().toLowerCase(Locale.ROOT));
    }

    private static void check(Fields fields, Node.Text item) {
        String word = item.value().strip();
        String joined = word.replace("| ... ", " ").replace(" ... ", " ");
        int bar = joined.indexOf('|');
        if (word.length() < 2 || !Character.isLetterOrDigit(word.charAt(0))) {
            fields.problem(item, "'" + word + "' must begin with a letter or digit and have two");
        } else if (bar >= 0 && bar < joined.length() - 1) {
            fields.problem(item, "'" + word + "': a bar stands at the end or before ...");
        } else if (joined.contains("...")) {
            fields.problem(item, "'" + word + "': ... stands between words");
        }
    }
}
