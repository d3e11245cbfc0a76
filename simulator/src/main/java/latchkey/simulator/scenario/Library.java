package latchkey.simulator.scenario;

import latchkey.simulator.scenario.language.Language;
import latchkey.simulator.scenario.language.MalformedScenario;
import latchkey.simulator.scenario.language.Nearest;
import latchkey.simulator.scenario.language.Scenario;
import latchkey.simulator.scenario.language.ScenarioFile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** The scenarios of this program, by id. */
public final class Library {
    private static final String FOLDER = "latchkey/simulator/scenarios/";

    private final Map<String, Scenario> scenarios;

    private Library(Map<String, Scenario> scenarios) {
        this.scenarios = scenarios;
    }

    /**
     * Reads all scenarios of the program.
     *
     * @throws MalformedScenario when one of them is not in order
     */
    public static Library ofProgram(Language language) throws MalformedScenario {
        Map<String, Scenario> scenarios = new TreeMap<>();
        for (Map.Entry<String, String> file : files().entrySet()) {
            Scenario scenario = ScenarioFile.read(file.getKey(), file.getValue(), language);
            Scenario former = scenarios.put(scenario.id(), scenario);
            if (former != null) {
                throw new IllegalStateException("two scenarios have one id");
            }
        }
        return new Library(scenarios);
    }

    /** All, by id. */
    public List<Scenario> all() {
        return List.copyOf(scenarios.values());
    }

    /**
     * The scenario of that id.
     *
     * @throws UnknownScenario with the nearest names
     */
    public Scenario find(String id) throws UnknownScenario {
        Scenario scenario = scenarios.get(id);
        if (scenario == null) {
            String hint = Nearest.hint(id, scenarios.keySet());
            throw new UnknownScenario("There is no scenario '" + id + "'" + hint);
        }
        return scenario;
    }

    /** Texts of the files by their paths below the scenarios' folder. */
    static Map<String, String> files() {
        CodeSource source = Library.class.getProtectionDomain().getCodeSource();
        URL place = source == null ? null : source.getLocation();
        if (place == null) {
            throw new IllegalStateException("a program lies somewhere");
        }
        try {
            Path path = Path.of(place.toURI());
            return Files.isDirectory(path) ? ofFolder(path.resolve(FOLDER)) : ofJar(path);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a place is a URI", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> ofFolder(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                files.put(name, Files.readString(file));
            }
        }
        return files;
    }

    private static Map<String, String> ofJar(Path jar) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            List<ZipEntry> entries = new ArrayList<>(Collections.list(zip.entries()));
            for (ZipEntry entry : entries) {
                String name = entry.getName();
                if (name.startsWith(FOLDER) && name.endsWith(".yaml")) {
                    try (InputStream in = zip.getInputStream(entry)) {
                        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        files.put(name.substring(FOLDER.length()), text);
                    }
                }
            }
        }
        return files;
    }
}
