package latchkey.rules.catalog;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The YAML of a pack as nodes, by the path of each file inside the pack.
 *
 * @param sha256 hash over paths and bytes in the order of the paths
 */
record WrittenPack(Map<String, Node.Fields> files, String sha256) {

    /** Reads the rule, fix and vocabulary files below a folder; what is no YAML is told. */
    static WrittenPack read(Path root, Problems problems) throws IOException {
        Map<String, Node.Fields> files = new TreeMap<>();
        MessageDigest digest = newDigest();
        for (Path file : yamlBelow(root)) {
            String name = root.relativize(file).toString().replace('\\', '/');
            byte[] bytes = Files.readAllBytes(file);
            digest.update(name.getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
            Node.Fields node = Yaml.read(name, new String(bytes, StandardCharsets.UTF_8), problems);
            if (node != null) {
                files.put(name, node);
            }
        }
        return new WrittenPack(files, HexFormat.of().formatHex(digest.digest()));
    }

    private static Iterable<Path> yamlBelow(Path root) throws IOException {
        try (Stream<Path> walk = Files.walk(root, 5)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> isPart(root.relativize(file)))
                    .sorted()
                    .toList();
        }
    }

    private static boolean isPart(Path file) {
        String name = file.toString().replace('\\', '/');
        return name.endsWith("/rule.yaml")
                || (name.startsWith("fixes/") && name.endsWith(".yaml"))
                || (name.startsWith("vocabulary/") && name.endsWith(".yaml"));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
