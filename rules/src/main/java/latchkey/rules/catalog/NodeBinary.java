package latchkey.rules.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A piece of YAML in the compiled pack, without its place. */
final class NodeBinary {
    private static final int TEXT = 0;
    private static final int ITEMS = 1;
    private static final int FIELDS = 2;

    private NodeBinary() {}

    static void write(Node node, PackOutput out) {
        switch (node) {
            case Node.Text text -> {
                out.number(TEXT);
                out.text(text.value());
            }
            case Node.Items items -> {
                out.number(ITEMS);
                out.number(items.nodes().size());
                items.nodes().forEach(item -> write(item, out));
            }
            case Node.Fields fields -> {
                out.number(FIELDS);
                out.number(fields.nodes().size());
                fields.nodes()
                        .forEach(
                                (key, value) -> {
                                    out.text(key);
                                    write(value, out);
                                });
            }
        }
    }

    static Node read(PackInput in) {
        int form = in.number();
        if (form == TEXT) {
            return new Node.Text(in.text(), 0, 0);
        }
        int size = in.number();
        if (form == ITEMS) {
            Node[] nodes = new Node[size];
            for (int i = 0; i < size; i++) {
                nodes[i] = read(in);
            }
            return new Node.Items(List.of(nodes), 0, 0);
        }
        Map<String, Node> nodes = LinkedHashMap.newLinkedHashMap(size);
        for (int i = 0; i < size; i++) {
            String key = in.text();
            nodes.put(key, read(in));
        }
        return new Node.Fields(nodes, 0, 0);
    }
}
