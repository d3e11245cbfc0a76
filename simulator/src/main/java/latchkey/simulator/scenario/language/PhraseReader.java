package latchkey.simulator.scenario.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Turns nodes into phrases, and tells every word and value that the language does not have. */
final class PhraseReader {
    private final Mistakes mistakes;

    PhraseReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    /** The phrases of a list, each a bare word or a word with its values. */
    List<Phrase> phrases(Node node, Vocabulary vocabulary) {
        List<Phrase> phrases = new ArrayList<>();
        for (Node item : items(node, vocabulary.kind() + "s")) {
            phrase(item, vocabulary).ifPresent(phrases::add);
        }
        return phrases;
    }

    /** Phrases of a list of maps that all have the same parameters. */
    List<Phrase> alike(Node node, String word, Map<String, Parameter> parameters) {
        List<Phrase> phrases = new ArrayList<>();
        for (Node item : items(node, word + "s")) {
            if (item instanceof Node.Fields fields) {
                phrases.add(spoken(word, fields, parameters));
            } else {
                mistakes.at(item, "a map of " + String.join(", ", parameters.keySet()));
            }
        }
        return phrases;
    }

    private List<Node> items(Node node, String what) {
        if (node instanceof Node.Items items) {
            return items.nodes();
        }
        mistakes.at(node, "a list of " + what + " is expected here");
        return List.of();
    }

    private Optional<Phrase> phrase(Node node, Vocabulary vocabulary) {
        if (node instanceof Node.Text text) {
            return phrase(
                    text,
                    new Node.Fields(Map.of(), Map.of(), text.line(), text.column()),
                    vocabulary);
        }
        if (node instanceof Node.Fields fields && fields.fields().size() == 1) {
            String word = fields.fields().keySet().iterator().next();
            Node.Text key = place(fields, word);
            if (fields.fields().get(word) instanceof Node.Fields values) {
                return phrase(key, values, vocabulary);
            }
            mistakes.at(key, word + " needs a map of values in {}");
            return Optional.empty();
        }
        mistakes.at(node, "a " + vocabulary.kind() + " is one word, or one word with a map");
        return Optional.empty();
    }

    private Optional<Phrase> phrase(Node.Text word, Node.Fields values, Vocabulary vocabulary) {
        Optional<Map<String, Parameter>> parameters = vocabulary.find(word.value());
        if (parameters.isEmpty()) {
            String hint = Nearest.hint(word.value(), vocabulary.names());
            mistakes.at(word, "unknown " + vocabulary.kind() + " '" + word.value() + "'" + hint);
            return Optional.empty();
        }
        Phrase phrase = spoken(word.value(), values, parameters.get());
        return Optional.of(new Phrase(phrase.word(), phrase.with(), word.line()));
    }

    /** The map as a phrase; unknown, unfit and missing values are told. */
    Phrase spoken(String word, Node.Fields values, Map<String, Parameter> parameters) {
        Map<String, String> with = new LinkedHashMap<>();
        values.fields()
                .forEach(
                        (name, value) -> {
                            Parameter parameter = parameters.get(name);
                            if (parameter == null) {
                                unknown(place(values, name), word, parameters);
                            } else {
                                value(value, parameter).ifPresent(text -> with.put(name, text));
                            }
                        });
        for (Parameter parameter : parameters.values()) {
            if (parameter.required() && !values.fields().containsKey(parameter.name())) {
                mistakes.at(values, word + " lacks its '" + parameter.name() + "'");
            }
        }
        return new Phrase(word, with, values.line());
    }

    private void unknown(Node.Text key, String word, Map<String, Parameter> parameters) {
        String hint = Nearest.hint(key.value(), parameters.keySet());
        mistakes.at(key, "unknown key '" + key.value() + "' of " + word + hint);
    }

    private Optional<String> value(Node node, Parameter parameter) {
        if (parameter.kind() == Parameter.Kind.LIST && node instanceof Node.Items items) {
            List<String> texts = new ArrayList<>();
            for (Node item : items.nodes()) {
                if (item instanceof Node.Text text) {
                    texts.add(text.value());
                } else {
                    mistakes.at(item, "plain text is expected here");
                }
            }
            return Optional.of(String.join("\n", texts));
        }
        if (!(node instanceof Node.Text text)) {
            mistakes.at(node, "one plain value is expected for " + parameter.name());
            return Optional.empty();
        }
        Optional<String> objection = parameter.objection(text.value());
        objection.ifPresent(words -> mistakes.at(text, words));
        return objection.isPresent() ? Optional.empty() : Optional.of(text.value());
    }

    private static Node.Text place(Node.Fields fields, String name) {
        Node.Text key = fields.keys().get(name);
        return key == null ? new Node.Text(name, fields.line(), fields.column()) : key;
    }
}
