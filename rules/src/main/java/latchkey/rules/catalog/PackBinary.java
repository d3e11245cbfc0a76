package latchkey.rules.catalog;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The compiled form of a pack: the nodes of its files with every text once. Made at build time,
 * read at every start.
 */
final class PackBinary {
    private static final int MAGIC = 0x4C4B5032;

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
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            out.writeInt(bytes.length);
            out.write(bytes);
        }
        out.writeInt(pack.files().size());
        for (Map.Entry<String, Node.Fields> file : pack.files().entrySet()) {
            out.writeInt(index(texts, file.getKey()));
            write(file.getValue(), texts, out);
        }
    }

    /** Reads from memory: stream by stream call this would be the longest part of a start. */
    static WrittenPack read(byte[] bytes) throws IOException {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        try {
            if (in.getInt() != MAGIC) {
                throw new IOException("the compiled rules are of another version");
            }
            String sha256 = text(in, in.getShort());
            String[] texts = new String[in.getInt()];
            for (int i = 0; i < texts.length; i++) {
                texts[i] = text(in, in.getInt());
            }
            Map<String, Node.Fields> files = new TreeMap<>();
            int count = in.getInt();
            for (int i = 0; i < count; i++) {
                String name = texts[in.getInt()];
                if (read(texts, in) instanceof Node.Fields fields) {
                    files.put(name, fields);
                }
            }
            return new WrittenPack(files, sha256);
        } catch (BufferUnderflowException e) {
            throw new IOException("the compiled rules are cut off", e);
        }
    }

    private static String text(ByteBuffer in, int length) {
        int from = in.position();
        in.position(from + length);
        return new String(in.array(), from, length, StandardCharsets.UTF_8);
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

    private static Node read(String[] texts, ByteBuffer in) {
        int form = in.get();
        if (form == 0) {
            return new Node.Text(texts[in.getInt()], 0, 0);
        }
        int size = in.getShort() & 0xFFFF;
        if (form == 1) {
            Node[] nodes = new Node[size];
            for (int i = 0; i < size; i++) {
                nodes[i] = read(texts, in);
            }
            return new Node.Items(List.of(nodes), 0, 0);
        }
        Map<String, Node> nodes = LinkedHashMap.newLinkedHashMap(size);
        for (int i = 0; i < size; i++) {
            nodes.put(texts[in.getInt()], read(texts, in));
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
