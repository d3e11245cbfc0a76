package latchkey.rules.catalog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A piece of YAML with its place: text, a list, or a map. Line and column count from 1; 0 where the
 * place is not kept.
 */
sealed interface Node {
    int line();

    int column();

    record Text(String value, int line, int column) implements Node {}

    record Items(List<Node> nodes, int line, int column) implements Node {
        public Items {
            nodes = List.copyOf(nodes);
        }
    }

    record Fields(Map<String, Node> nodes, int line, int column) implements Node {
        public Fields {
            nodes = Collections.unmodifiableMap(new LinkedHashMap<>(nodes));
        }
    }
}
