package latchkey.simulator.scenario.language;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of a YAML document with its place; every scalar stays text. */
sealed interface Node {
    /** Counts from 1. */
    int line();

    /** Counts from 1. */
    int column();

    /** A scalar. */
    record Text(String value, int line, int column) implements Node {}

    /** A list. */
    record Items(List<Node> nodes, int line, int column) implements Node {
        public Items {
            nodes = List.copyOf(nodes);
        }
    }

    /**
     * A map, in the order written.
     *
     * @param fields values by key
     * @param keys the keys' own places
     */
    record Fields(Map<String, Node> fields, Map<String, Text> keys, int line, int column)
            implements Node {
        public Fields {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
            keys = Collections.unmodifiableMap(new LinkedHashMap<>(keys));
        }
    }
}
