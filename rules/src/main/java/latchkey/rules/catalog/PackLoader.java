package latchkey.rules.catalog;

import latchkey.rules.rule.Pack;
import latchkey.rules.rule.RuleId;

import org.jspecify.annotations.Nullable;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;

/** Loads packs: the one that comes with the program, and those of a user. */
public final class PackLoader {
    /** Version of the rule base that comes with the program. */
    static final String CORE_VERSION = "0.1.0";

    private static final String CORE = "/latchkey/rules/core/";

    private PackLoader() {}

    /** The rules that come with the program, from their compiled form. */
    public static Pack core() throws IOException {
        try (InputStream resource = PackLoader.class.getResourceAsStream(CORE + "core.pack")) {
            if (resource == null) {
                throw new FileNotFoundException(
                        "the compiled rules were not packed with the program");
            }
            return PackBinary.read(resource.readAllBytes());
        }
    }

    /** A pack from its folder, on top of another whose words and fixes it may use. */
    public static Pack fromFolder(Path root, @Nullable Pack base)
            throws IOException, RefusedPackException {
        Problems problems = new Problems();
        Pack pack = read(root, base, problems);
        problems.throwIfAny();
        return pack;
    }

    static Pack read(Path root, @Nullable Pack base, Problems problems) throws IOException {
        WrittenPack written = WrittenPack.read(root, problems);
        Path folder = root.toAbsolutePath().normalize().getFileName();
        String name = base == null || folder == null ? "core" : folder.toString();
        Pack pack = PackReader.read(name, written, base, problems);
        if (pack.rules().isEmpty()) {
            problems.error(
                    root.toString(),
                    "no rule found: a pack holds catalog/<area>/<ID-slug>/rule.yaml");
        }
        return pack;
    }

    /** The page of a rule that comes with the program. */
    public static Optional<String> corePage(RuleId id) throws IOException {
        try (InputStream list = PackLoader.class.getResourceAsStream(CORE + "pages.txt")) {
            if (list == null) {
                return Optional.empty();
            }
            String names = new String(list.readAllBytes(), StandardCharsets.UTF_8);
            Optional<String> path =
                    names.lines().filter(name -> name.contains("/" + id + "-")).findFirst();
            return path.isEmpty() ? Optional.empty() : page(path.get());
        }
    }

    private static Optional<String> page(String path) throws IOException {
        try (InputStream page = PackLoader.class.getResourceAsStream(CORE + path)) {
            return page == null
                    ? Optional.empty()
                    : Optional.of(new String(page.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
