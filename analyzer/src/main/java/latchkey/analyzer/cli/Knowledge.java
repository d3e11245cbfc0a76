package latchkey.analyzer.cli;

import latchkey.rules.catalog.PackLoader;
import latchkey.rules.catalog.RefusedPackException;
import latchkey.rules.rule.Cause;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The rules of the program and of the packs given, and their pages. */
record Knowledge(
        Pack core, Map<RuleId, Rule> rules, Map<String, Cause> causes, List<Path> folders) {

    static Knowledge of(List<Path> folders) throws IOException, UsageException {
        Pack core = PackLoader.core();
        Map<RuleId, Rule> rules = new TreeMap<>(core.rules());
        Map<String, Cause> causes = new TreeMap<>(core.causes());
        for (Path folder : folders) {
            try {
                Pack pack = PackLoader.fromFolder(folder, core);
                rules.putAll(pack.rules());
                causes.putAll(pack.causes());
            } catch (RefusedPackException e) {
                throw new UsageException(
                        "The rules in "
                                + folder
                                + " cannot be used: "
                                + e.problems().getFirst()
                                + ".",
                        "Try 'latchkey rules check " + folder + "' for all problems.");
            }
        }
        return new Knowledge(core, rules, causes, folders);
    }

    /** The page of a rule, from the program or from the folder that brought the rule. */
    Optional<String> page(RuleId id) throws IOException {
        for (Path folder : folders) {
            Optional<Path> page = pageBelow(folder, id);
            if (page.isPresent()) {
                return Optional.of(Files.readString(page.get()));
            }
        }
        return PackLoader.corePage(id);
    }

    private static Optional<Path> pageBelow(Path folder, RuleId id) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 4)) {
            return files.filter(file -> file.endsWith("page.md"))
                    .filter(
                            file ->
                                    file.getParent() != null
                                            && String.valueOf(file.getParent().getFileName())
                                                    .startsWith(id + "-"))
                    .sorted()
                    .findFirst();
        }
    }

    List<Rule> rulesOf(String cause) {
        List<Rule> found = new ArrayList<>();
        for (Rule rule : rules.values()) {
            if (cause.equals(rule.cause())) {
                found.add(rule);
            }
        }
        return found;
    }
}
