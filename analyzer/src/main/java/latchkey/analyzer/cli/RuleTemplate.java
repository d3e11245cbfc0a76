package latchkey.analyzer.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import latchkey.rules.rule.RuleId;

/** Writes the folder of a new rule: the rule, its page, and a sample of each kind. */
final class RuleTemplate {
    private static final List<String> FILES = List.of(
            "rule.yaml",
            "page.md",
            "fires-example.txt",
            "fires-example.txt.expect.yaml",
            "quiet-near-miss.txt",
            "quiet-near-miss.txt.expect.yaml");

    private RuleTemplate() {}

    static Path write(RuleId id, Path pack) throws IOException, UsageException {
        String area = id.value().substring(0, 3).toLowerCase(Locale.ROOT);
        Path folder = pack.resolve("catalog").resolve(area).resolve(id + "-name-the-problem");
        if (Files.exists(folder)) {
            throw new UsageException(folder + " is there already.", "Choose another id.");
        }
        Files.createDirectories(folder);
        for (String file : FILES) {
            Files.writeString(folder.resolve(file), text(file).replace("@ID@", id.value()));
        }
        return folder;
    }

    private static String text(String file) throws IOException {
        try (InputStream in = RuleTemplate.class.getResourceAsStream("template/" + file)) {
            if (in == null) {
                throw new IOException("The template was not packed with the program.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
