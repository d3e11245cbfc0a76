package latchkey.rules.catalog;

import latchkey.rules.rule.Kind;
import latchkey.rules.rule.RuleId;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** Writes the folder of a new rule, for its author to fill. */
public final class RuleTemplate {
    private static final String PAGE =
            """
            # The problem in a few words, never the wish

            ## What it means

            ## How to confirm by hand

            ## How to fix

            ## False alarms
            """;

    private RuleTemplate() {}

    /**
     * Writes the folder below {@code catalog} of a pack and tells where.
     *
     * @throws FileAlreadyExistsException when the pack holds a rule folder of that name
     */
    public static Path write(Path pack, RuleId id) throws IOException {
        String area = Area.of(id).map(Area::folder).orElse("other");
        Path folder = pack.resolve("catalog").resolve(area).resolve(id + "-new-rule");
        if (Files.exists(folder)) {
            throw new FileAlreadyExistsException(folder.toString());
        }
        Files.createDirectories(folder);
        for (Map.Entry<String, String> file : files(id).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return folder;
    }

    private static Map<String, String> files(RuleId id) {
        Kind kind = Area.kindOf(id).orElse(Kind.CAUSE);
        String extra =
                switch (kind) {
                    case CAUSE -> "cause: password-policy         # one of the vocabulary\n";
                    case SYMPTOM ->
                            "leads-to: unknown-failure     # or insufficient-evidence,"
                                    + " out-of-scope\n";
                    case HEALTHY, CONTEXT -> "";
                };
        Map<String, String> files = new LinkedHashMap<>();
        files.put("rule.yaml", rule(id, kind, extra));
        files.put("page.md", PAGE);
        files.put("fires-example.txt", "the fixed words that only this problem writes\n");
        files.put(
                "fires-example.txt.expect.yaml",
                "origin: synthetic\nwhy: the plain message\nlines: [1]\n");
        files.put("quiet-look-alike.txt", "words that look like it and are not\n");
        files.put(
                "quiet-look-alike.txt.expect.yaml",
                "origin: synthetic\nwhy: another message about the same thing\nnear-miss: yes\n");
        return files;
    }

    private static String rule(RuleId id, Kind kind, String extra) {
        String severity = kind == Kind.CAUSE || kind == Kind.SYMPTOM ? "error" : "info";
        return """
        id: %s
        revision: 1
        since: 0.1.0
        title: The problem in a few words, never the wish
        summary: One or two sentences for the report.
        kind: %s
        %sseverity: %s
        proof: reported
        evidence:
          message:
            # in: [handler]           # kinds of source or groups; every kind when left out
            literal: the fixed words that only this problem writes
            says: What a line with these words proves
        verdict:
          all: [message]
        why: What was seen, for the reader of the report.
        references: []
        """
                .formatted(id, Fields.labelOf(kind), extra, severity);
    }
}
