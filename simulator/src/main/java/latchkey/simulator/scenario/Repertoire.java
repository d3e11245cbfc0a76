package latchkey.simulator.scenario;

import latchkey.simulator.scenario.language.Parameter;
import latchkey.simulator.scenario.language.Vocabulary;

import java.util.LinkedHashMap;
import java.util.Map;

/** Words of the language together with what they do. */
final class Repertoire<T> {
    private final Vocabulary vocabulary;
    private final Parameter[] common;
    private final Map<String, T> deeds = new LinkedHashMap<>();

    /** An empty one whose words all have those parameters too. */
    Repertoire(String kind, Parameter... common) {
        this.vocabulary = new Vocabulary(kind);
        this.common = common.clone();
    }

    /** Adds a word. */
    Repertoire<T> add(String word, T deed, Parameter... parameters) {
        Parameter[] all = new Parameter[parameters.length + common.length];
        System.arraycopy(parameters, 0, all, 0, parameters.length);
        System.arraycopy(common, 0, all, parameters.length, common.length);
        vocabulary.word(word, all);
        deeds.put(word, deed);
        return this;
    }

    /** The words with their parameters. */
    Vocabulary vocabulary() {
        return vocabulary;
    }

    /** What a word does. */
    T find(String word) {
        T deed = deeds.get(word);
        if (deed == null) {
            throw new IllegalStateException("a word was read that has no meaning");
        }
        return deed;
    }
}
