package latchkey.rules.catalog;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The compiled form of a pack: the nodes of its files with every text once. Made at build time,
 * read at every start.
 */
final class PackBinary {
    private static final int MAGIC = 0x4C4B5031;

    private PackBinary() {}

    static void write(WrittenPack pack, DataOutputStream out) throws IOException {
        Map<String, Integer> texts = new LinkedHashMap<>();
        pack.files()
                .forEach(
                        (name, node) -> {
                            texts.putIfAbsent(name, texts.size());
                            collect(node, texts);
                        });
        out.writeInt(MAGIC);
        out.writeUTF(pack.sha256());
        out.writeInt(texts.size());
        for (String text : texts.keySet()) {
            out.writeUTF(text);
        }
        out.writeInt(pack.files().size());
        for (Map.Entry<String, Node.Fields> file : pack.files().entrySet()) {
            out.writeInt(index(texts, file.getKey()));
            write(file.getValue(), texts, out);
        }
    }

    static WrittenPack read(DataInputStream in) throws IOException {
        if (in.readInt() != MAGIC) {
            throw new IOException("the compiled rules are of another version");
        }
        String sha256 = in.readUTF();
        String[] texts = new String[in.readInt()];
        for (int i = 0; i < texts.length; i++) {
            texts[i] = in.readUTF();
        }
        Map<String, Node.Fields> files = new TreeMap<>();
        int count = in.readInt();
        for (int i = 0; i < count; i++) {
            String name = texts[in.readInt()];
            if (read(texts, in) instanceof Node.Fields fields) {
                files.put(name, fields);
            }
        }
        return new WrittenPack(files, sha256);
    }

    private static void collect(Node node, Map<String, Integer> texts) {
        switch (node) {
            case Node.Text text -> texts.putIfAbsent(text.value(), texts.size());
            case Node.Items items -> items.nodes().forEach(item -> collect(item, texts));
            case Node.Fields fields ->
                    fields.nodes()
                            .forEach(
                                    (key, value) -> {
                                        texts.putIfAbsent(key, texts.size());
                                        collect(value, texts);
                                    });
        }
    }

    private static void write(Node node, Map<String, Integer> texts, DataOutputStream out)
            throws IOException {
        switch (node) {
            case Node.Text text -> {
                out.writeByte(0);
                out.writeInt(index(texts, text.value()));
            }
            case Node.Items items -> {
                out.writeByte(1);
                out.writeShort(items.nodes().size());
                for (Node item : items.nodes()) {
                    write(item, texts, out);
                }
            }
            case Node.Fields fields -> {
                out.writeByte(2);
                out.writeShort(fields.nodes().size());
                for (Map.Entry<String, Node> field : fields.nodes().entrySet()) {
                    out.writeInt(index(texts, field.getKey()));
                    write(field.getValue(), texts, out);
                }
            }
        }
    }

    private static Node read(String[] texts, DataInputStream in) throws IOException {
        int form = in.readByte();
        if (form == 0) {
            return new Node.Text(texts[in.readInt()], 0, 0);
        }
        int size = in.readUnsignedShort();
        if (form == 1) {
            List<Node> nodes = new ArrayList<>();
            for (int i = 0; i < size; i++) {
                nodes.add(read(texts, in));
            }
            return new Node.Items(nodes, 0, 0);
        }
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (int i = 0; i < size; i++) {
            nodes.put(texts[in.readInt()], read(texts, in));
        }
        return new Node.Fields(nodes, 0, 0);
    }

    private static int index(Map<String, Integer> texts, String text) {
        Integer index = texts.get(text);
        if (index == null) {
            throw new IllegalStateException("a text was not collected");
        }
        return index;
    }
}
