package latchkey.rules.catalog;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Reads a map key by key and remembers which keys were asked for, so that an unknown key is a
 * problem. A missing or ill-formed value is a problem too, and reading goes on with a harmless
 * stand-in.
 */
final class Fields {
    private final String file;
    private final Node.Fields node;
    private final Problems problems;
    private final Set<String> asked = new HashSet<>();

    Fields(String file, Node.Fields node, Problems problems) {
        this.file = file;
        this.node = node;
        this.problems = problems;
    }

    String file() {
        return file;
    }

    Node.Fields node() {
        return node;
    }

    boolean has(String key) {
        return node.nodes().containsKey(key);
    }

    @Nullable Node find(String key) {
        asked.add(key);
        return node.nodes().get(key);
    }

    @Nullable String optional(String key) {
        Node value = find(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Node.Text text) {
            return text.value().strip();
        }
        problem(value, "'" + key + "' must be text");
        return null;
    }

    String text(String key) {
        String value = optional(key);
        if (value == null || value.isEmpty()) {
            problem(node, "'" + key + "' is missing");
            return "";
        }
        return value;
    }

    String text(String key, String otherwise) {
        String value = optional(key);
        return value == null ? otherwise : value;
    }

    @Nullable Integer wholeNumber(String key) {
        String value = optional(key);
        if (value == null) {
            return null;
        }
        try {
            return Integer.decode(value);
        } catch (NumberFormatException e) {
            problem(at(key), "'" + key + "' must be a whole number");
            return null;
        }
    }

    boolean yes(String key, boolean otherwise) {
        String value = optional(key);
        if (value == null) {
            return otherwise;
        }
        return switch (value) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> {
                problem(at(key), "'" + key + "' must be yes or no");
                yield otherwise;
            }
        };
    }

    /** One of an enum's labels, written in lower case with hyphens. */
    <E extends Enum<E>> @Nullable E label(String key, Class<E> type) {
        String value = optional(key);
        if (value == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (isLabel(value, constant.name())) {
                return constant;
            }
        }
        List<String> labels = Arrays.stream(type.getEnumConstants()).map(Fields::labelOf).toList();
        problem(at(key), "'" + value + "' is none of " + String.join(", ", labels));
        return null;
    }

    <E extends Enum<E>> E label(String key, Class<E> type, E otherwise) {
        E value = label(key, type);
        return value == null ? otherwise : value;
    }

    /** Text or a list of texts. */
    List<String> texts(String key) {
        Node value = find(key);
        List<String> texts = new ArrayList<>();
        if (value instanceof Node.Items items) {
            items.nodes().forEach(item -> addText(key, item, texts));
        } else if (value instanceof Node.Text text) {
            texts.add(text.value());
        } else if (value != null) {
            problem(value, "'" + key + "' must be text or a list of texts");
        }
        return texts;
    }

    /** What {@link #texts} gives, with the places. */
    List<Node.Text> textNodes(String key) {
        Node value = find(key);
        List<Node.Text> nodes = new ArrayList<>();
        for (Node node : value instanceof Node.Items items ? items.nodes() : List.of(value)) {
            if (node instanceof Node.Text text) {
                nodes.add(text);
            } else {
                problem(node, "'" + key + "' must be text or a list of texts");
            }
        }
        return nodes;
    }

    /** A map of texts. */
    Map<String, String> textMap(String key) {
        Map<String, String> texts = new LinkedHashMap<>();
        Fields fields = fields(key);
        if (fields != null) {
            for (String name : fields.node.nodes().keySet()) {
                texts.put(name, fields.text(name, ""));
            }
        }
        return texts;
    }

    /** The map under the key, null when there is none. */
    @Nullable Fields fields(String key) {
        Node value = find(key);
        if (value == null) {
            return null;
        }
        if (value instanceof Node.Fields fields) {
            return new Fields(file, fields, problems);
        }
        problem(value, "'" + key + "' must be a map");
        return null;
    }

    /** A map or a list of maps. */
    List<Fields> eachFields(String key) {
        Node value = find(key);
        List<Fields> all = new ArrayList<>();
        if (value instanceof Node.Fields fields) {
            all.add(new Fields(file, fields, problems));
        } else if (value instanceof Node.Items items) {
            for (Node item : items.nodes()) {
                if (item instanceof Node.Fields fields) {
                    all.add(new Fields(file, fields, problems));
                } else {
                    problem(item, "an item of '" + key + "' must be a map");
                }
            }
        } else if (value != null) {
            problem(value, "'" + key + "' must be a map or a list of maps");
        }
        return all;
    }

    /** How an enum's constant is written in a file. */
    static String labelOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What {@link #labelOf} tells, without a text for each constant of each label. */
    private static boolean isLabel(String label, String name) {
        if (label.length() != name.length()) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char wanted = name.charAt(i) == '_' ? '-' : Character.toLowerCase(name.charAt(i));
            if (label.charAt(i) != wanted) {
                return false;
            }
        }
        return true;
    }

    /** Names every key that nobody asked for. */
    void refuseRest() {
        node.nodes()
                .forEach(
                        (key, value) -> {
                            if (!asked.contains(key)) {
                                problem(value, "unknown key '" + key + "'");
                            }
                        });
    }

    void problem(Node at, String message) {
        problems.error(file, at, message);
    }

    void problem(String key, String message) {
        problems.error(file, at(key), message);
    }

    private Node at(String key) {
        Node value = node.nodes().get(key);
        return value == null ? node : value;
    }

    private void addText(String key, Node item, List<String> texts) {
        if (item instanceof Node.Text text) {
            texts.add(text.value());
        } else {
            problem(item, "an item of '" + key + "' must be text");
        }
    }
}
