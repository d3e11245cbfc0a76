package latchkey.rules.catalog;

import latchkey.rules.rule.RuleId;

import java.io.IOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The samples of a rule base, in the order of their rules and names. Keeps a jar open until it is
 * closed.
 */
public final class SampleSet implements AutoCloseable {
    private static final String RESOURCE = "latchkey/rules/core/catalog";

    private final List<Sample> samples;
    private final List<FileSystem> jars;

    private SampleSet(List<Sample> samples, List<FileSystem> jars) {
        this.samples = samples.stream().sorted(Comparator.comparing(Sample::name)).toList();
        this.jars = jars;
    }

    /** The samples below a folder, which may be a whole pack, one area or one rule. */
    public static SampleSet below(Path folder) throws IOException, RefusedPackException {
        Problems problems = new Problems();
        List<Sample> samples = read(folder, problems);
        problems.throwIfAny();
        return new SampleSet(samples, List.of());
    }

    /**
     * The samples of the rules that come with the program; none unless their test-jar is on the
     * class path.
     */
    public static SampleSet onClassPath() throws IOException, RefusedPackException {
        List<FileSystem> jars = new ArrayList<>();
        List<Sample> samples = new ArrayList<>();
        Problems problems = new Problems();
        ClassLoader loader = SampleSet.class.getClassLoader();
        for (URL url : Collections.list(loader.getResources(RESOURCE))) {
            samples.addAll(read(open(url, jars), problems));
        }
        SampleSet set = new SampleSet(samples, jars);
        if (problems.hasErrors()) {
            set.close();
        }
        problems.throwIfAny();
        return set;
    }

    public List<Sample> samples() {
        return samples;
    }

    @Override
    public void close() throws IOException {
        for (FileSystem jar : jars) {
            jar.close();
        }
    }

    private static Path open(URL url, List<FileSystem> jars) throws IOException {
        try {
            if (url.openConnection() instanceof JarURLConnection connection) {
                URI jar = connection.getJarFileURL().toURI();
                FileSystem opened = FileSystems.newFileSystem(Path.of(jar));
                jars.add(opened);
                return opened.getPath(RESOURCE);
            }
            return Path.of(url.toURI());
        } catch (URISyntaxException e) {
            throw new IOException("not a place of samples: " + url, e);
        }
    }

    private static List<Sample> read(Path folder, Problems problems) throws IOException {
        List<Sample> samples = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder, 4)) {
            for (Path rule : walk.filter(Files::isDirectory).sorted().toList()) {
                Optional<RuleId> id = idOf(rule);
                if (id.isPresent()) {
                    String name = folder.relativize(rule).toString().replace('\\', '/');
                    samples.addAll(ofRule(id.get(), rule, name, problems));
                }
            }
        }
        return samples;
    }

    /** The samples of one rule; what is wrong with an expectation is told. */
    static List<Sample> ofRule(RuleId rule, Path folder, String name, Problems problems)
            throws IOException {
        ExpectationReader reader = new ExpectationReader(problems);
        List<Sample> samples = new ArrayList<>();
        for (Path path : children(folder)) {
            String child = nameOf(path);
            Optional<Sample.Outcome> outcome = Sample.Outcome.ofName(child);
            if (outcome.isEmpty() || child.endsWith(ExpectationReader.SUFFIX)) {
                continue;
            }
            String written = (name.isEmpty() ? "" : name + "/") + child + ExpectationReader.SUFFIX;
            Expectation expectation = reader.read(path, outcome.get(), written);
            if (expectation != null) {
                samples.add(new Sample(rule, outcome.get(), path, expectation));
            }
        }
        return samples;
    }

    static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted(Comparator.comparing(SampleSet::nameOf)).toList();
        }
    }

    /** A zip file system ends the name of a folder with a slash. */
    static String nameOf(Path path) {
        return String.valueOf(path.getFileName()).replace("/", "");
    }

    private static Optional<RuleId> idOf(Path folder) {
        String name = nameOf(folder.toAbsolutePath().normalize());
        boolean ruled =
                name.length() > 8
                        && name.charAt(7) == '-'
                        && RuleId.isWellFormed(name.substring(0, 7));
        return ruled ? Optional.of(new RuleId(name.substring(0, 7))) : Optional.empty();
    }
}
