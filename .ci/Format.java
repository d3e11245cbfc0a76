import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.JavaFormatterOptions;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Checks or rewrites the format of every Java file: run by the build as "java Format.java
 * check|write ROOT".
 */
final class Format {
    private Format() {}

    public static void main(String[] args) throws IOException {
        boolean writes = args[0].equals("write");
        Path root = Path.of(args[1]);
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(file -> isOurs(root.relativize(file))).sorted().toList();
        }
        Path memory = root.resolve("target/formatted.txt");
        Set<String> known =
                Files.exists(memory) ? new HashSet<>(Files.readAllLines(memory)) : Set.of();
        List<Path> fresh = files.stream().filter(file -> !known.contains(mark(file))).toList();
        List<Path> odd = fresh.parallelStream().filter(file -> isChanged(file, writes)).toList();
        odd.forEach(
                file ->
                        System.err.println(
                                (writes ? "formatted " : "not formatted: ")
                                        + root.relativize(file)));
        if (!odd.isEmpty() && !writes) {
            System.err.println("'mvn -B -q -N -Pformat verify' formats them");
            System.exit(1);
        }
        Files.createDirectories(memory.getParent());
        Files.write(memory, files.stream().map(Format::mark).toList());
    }

    /** A file that was well formatted once is so until a byte of it changes. */
    private static String mark(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
        } catch (IOException | NoSuchAlgorithmException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }

    private static boolean isOurs(Path file) {
        String name = "/" + file.toString().replace('\\', '/');
        return name.endsWith(".java")
                && !name.contains("/target/")
                && !name.contains("/node_modules/")
                && !name.startsWith("/.latchkey");
    }

    private static boolean isChanged(Path file, boolean writes) {
        JavaFormatterOptions options =
                JavaFormatterOptions.builder().style(JavaFormatterOptions.Style.AOSP).build();
        try {
            String before = Files.readString(file);
            // Long strings and comments may settle only at the second pass.
            String after = before;
            for (int pass = 0; pass < (writes ? 3 : 1); pass++) {
                after = new Formatter(options).formatSourceAndFixImports(after);
            }
            if (writes && !after.equals(before)) {
                Files.writeString(file, after);
            }
            return !after.equals(before);
        } catch (IOException | FormatterException e) {
            throw new IllegalStateException(file + ": " + e.getMessage(), e);
        }
    }
}
