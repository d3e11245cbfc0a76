package latchkey.rules.catalog;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Compiles the rule base at build time; refuses it when anything is wrong and lists all of it. */
public final class PackCompiler {
    private PackCompiler() {}

    /** Arguments: the folder with catalog, fixes and vocabulary; the folder to write into. */
    public static void main(String[] args) throws IOException, RefusedPackException {
        compile(Path.of(args[0]), Path.of(args[1]));
    }

    static void compile(Path root, Path out) throws IOException, RefusedPackException {
        Problems problems = new Problems();
        PackLoader.read(root, null, problems);
        problems.throwIfAny();
        Files.createDirectories(out);
        try (DataOutputStream data =
                new DataOutputStream(
                        new BufferedOutputStream(
                                Files.newOutputStream(out.resolve("core.pack"))))) {
            PackBinary.write(Messages.compiled(WrittenPack.read(root, problems)), data);
        }
        try (Stream<Path> walk = Files.walk(root.resolve("catalog"), 3)) {
            List<String> pages =
                    walk.filter(file -> file.endsWith("page.md"))
                            .map(file -> root.relativize(file).toString().replace('\\', '/'))
                            .sorted()
                            .toList();
            Files.writeString(out.resolve("pages.txt"), String.join("\n", pages) + "\n");
        }
    }
}
