package latchkey.analyzer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sizes, names and bans of the whole source tree; each failure lists every offender. */
final class SourceTest {
    private static final Set<String> NOT_OURS =
            Set.of("target", ".git", ".latchkey", ".latchkey-world", ".idea", "node_modules");

    /** The only files that may catch everything, and why. */
    private static final Map<String, String> DOORS =
            Map.of(
                    "analyzer/src/main/java/latchkey/analyzer/diagnosis/Examination.java",
                            "one rule's evaluation",
                    "analyzer/src/main/java/latchkey/analyzer/cli/Latchkey.java", "main");

    private static final Set<String> BANNED_PACKAGES =
            Set.of(
                    "util",
                    "utils",
                    "common",
                    "commons",
                    "model",
                    "impl",
                    "service",
                    "services",
                    "helper",
                    "helpers",
                    "misc");
    private static final Pattern BANNED_TYPE =
            Pattern.compile("(I[A-Z][a-z].*|.*(Impl|Manager|Helper|Data|Utils?))");
    private static final Pattern UNFINISHED =
            Pattern.compile("\\b(TO" + "DO|FIX" + "ME|XX" + "X)\\b");
    private static final Pattern VAR = Pattern.compile("\\bvar\\s+\\w+\\s*[=:]");
    private static final Pattern LOCAL_PATH =
            Pattern.compile("(?<![\\w.:/*-])/(root|work|home/\\w+)/");
    private static final Pattern REGISTRY =
            Pattern.compile(
                    "(?i)repo1?\\.maven\\.|registry\\.npmjs|artifactory|jfrog\\.io|<(repository|mirror)>");

    private static final Map<Path, JavaShape> SHAPES = new HashMap<>();

    private static Path root;
    private static List<Path> files;

    @BeforeAll
    static void walk() throws IOException {
        root = Path.of("..").toRealPath();
        assertThat(root.resolve("rules/pom.xml")).exists();
        List<Path> found = new ArrayList<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(
                            Path folder, BasicFileAttributes attributes) {
                        boolean isOurs = !NOT_OURS.contains(folder.getFileName().toString());
                        return isOurs || folder.equals(root)
                                ? FileVisitResult.CONTINUE
                                : FileVisitResult.SKIP_SUBTREE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                        if (attributes.isRegularFile()) {
                            found.add(root.relativize(file));
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        Collections.sort(found);
        files = List.copyOf(found);
    }

    @Test
    void filesAndLinesAreShort() {
        var offenders = new ArrayList<String>();
        java().forEach(
                        file -> {
                            List<String> lines = text(file).lines().toList();
                            // Tests hold tables and quoted evidence: longer files, and lines as
                            // they are.
                            boolean main = unix(file).contains("src/main/");
                            if (lines.size() > (main ? 400 : 500)) {
                                offenders.add(file + " has " + lines.size() + " lines");
                            }
                            for (int i = 0; main && i < lines.size(); i++) {
                                if (lines.get(i).length() > 120
                                        && !isVerbatim(file, lines.get(i))) {
                                    offenders.add(
                                            file
                                                    + " line "
                                                    + (i + 1)
                                                    + " has "
                                                    + lines.get(i).length()
                                                    + " columns");
                                }
                            }
                        });
        assertThat(offenders).isEmpty();
    }

    /** Texts of the imitated product stand in the simulator as the product writes them. */
    private static boolean isVerbatim(Path file, String line) {
        return unix(file).startsWith("simulator/") && line.indexOf('"') >= 0;
    }

    @Test
    void methodsAreShort() {
        assertThat(mainShapes().flatMap(shape -> shape.methodsLongerThan(60)).toList()).isEmpty();
    }

    @Test
    void parametersAreFew() {
        assertThat(shapes().flatMap(shape -> shape.methodsWithMoreParametersThan(5)).toList())
                .isEmpty();
    }

    @Test
    void switchesOverOwnTypesHaveNoDefault() {
        var main = mainShapes().toList();
        var constants = new TreeSet<String>();
        main.forEach(shape -> constants.addAll(shape.enumConstants()));
        assertThat(main.stream().flatMap(shape -> shape.defaultsOverOwnTypes(constants)).toList())
                .isEmpty();
    }

    @Test
    void onlyDoorsCatchEverything() {
        assertThat(
                        mainShapes()
                                .filter(shape -> !DOORS.containsKey(unix(shape.file())))
                                .flatMap(JavaShape::catchAlls)
                                .toList())
                .isEmpty();
    }

    @Test
    void everyDoorIsThere() {
        assertThat(DOORS.keySet()).allSatisfy(door -> assertThat(root.resolve(door)).exists());
    }

    @Test
    void typesSayWhatTheyAre() {
        assertThat(mainShapes().flatMap(JavaShape::typesWithoutDoc).toList()).isEmpty();
    }

    @Test
    void mainCodeNamesItsTypes() {
        assertThat(main().flatMap(file -> hits(file, VAR)).toList()).isEmpty();
    }

    @Test
    void nothingIsLeftUnfinished() {
        assertThat(
                        files.stream()
                                .filter(
                                        file ->
                                                hasEnding(
                                                        file, ".java", ".xml", ".yaml", ".sh",
                                                        ".cmd", ".json"))
                                .flatMap(file -> hits(file, UNFINISHED))
                                .toList())
                .isEmpty();
    }

    @Test
    void namesAreDomainNouns() {
        assertThat(
                        java().filter(
                                        file ->
                                                BANNED_TYPE
                                                                .matcher(
                                                                        file.getFileName()
                                                                                .toString()
                                                                                .replace(
                                                                                        ".java",
                                                                                        ""))
                                                                .matches()
                                                        || BANNED_PACKAGES.contains(
                                                                file.getParent()
                                                                        .getFileName()
                                                                        .toString()))
                                .toList())
                .isEmpty();
    }

    @Test
    void everyPackageIsNullMarked() {
        var offenders = new TreeSet<String>();
        main().map(Path::getParent)
                .distinct()
                .forEach(
                        folder -> {
                            Path info = folder.resolve("package-info.java");
                            if (!files.contains(info) || !text(info).contains("@NullMarked")) {
                                offenders.add(unix(folder));
                            }
                        });
        assertThat(offenders).isEmpty();
    }

    @Test
    void versionsStandInTheRootPomOnly() {
        assertThat(
                        files.stream()
                                .filter(
                                        file ->
                                                file.endsWith("pom.xml")
                                                        && file.getNameCount() == 2)
                                .filter(file -> text(file).split("<version>", -1).length != 2)
                                .toList())
                .isEmpty();
    }

    @Test
    void nothingNamesThisMachineOrARegistry() {
        assertThat(
                        files.stream()
                                .filter(
                                        file ->
                                                hasEnding(
                                                        file,
                                                        ".java",
                                                        ".xml",
                                                        ".yaml",
                                                        ".sh",
                                                        ".cmd",
                                                        ".json",
                                                        ".md",
                                                        "latchkey",
                                                        "verify",
                                                        ".ci/run"))
                                .filter(file -> !file.endsWith("SourceTest.java"))
                                .flatMap(
                                        file ->
                                                Stream.concat(
                                                        hits(file, LOCAL_PATH),
                                                        hits(file, REGISTRY)))
                                .toList())
                .isEmpty();
    }

    private static Stream<Path> java() {
        return files.stream().filter(file -> hasEnding(file, ".java"));
    }

    private static Stream<Path> main() {
        return java().filter(file -> unix(file).contains("/src/main/java/"));
    }

    private static Stream<JavaShape> shapes() {
        return java().map(SourceTest::shape);
    }

    private static Stream<JavaShape> mainShapes() {
        return main().map(SourceTest::shape);
    }

    /** Parsed once for all questions. */
    private static JavaShape shape(Path file) {
        return SHAPES.computeIfAbsent(file, one -> JavaShape.of(one, text(one)));
    }

    private static Stream<String> hits(Path file, Pattern pattern) {
        List<String> lines = text(file).lines().toList();
        List<String> hits = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Matcher matcher = pattern.matcher(lines.get(i));
            if (matcher.find()) {
                hits.add(unix(file) + " line " + (i + 1) + ": " + matcher.group());
            }
        }
        return hits.stream();
    }

    private static boolean hasEnding(Path file, String... endings) {
        return Stream.of(endings).anyMatch(unix(file)::endsWith);
    }

    private static String unix(Path file) {
        return file.toString().replace('\\', '/');
    }

    private static String text(Path file) {
        try {
            // Fixtures may be in any encoding; there every byte may stand for itself.
            return Files.readString(
                    root.resolve(file),
                    hasEnding(file, ".java")
                            ? StandardCharsets.UTF_8
                            : StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }
}
