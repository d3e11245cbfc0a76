package latchkey.rules.catalog;

import latchkey.rules.rule.Fix;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Checks the form of a written pack; that samples fire where they must is checked where they can be
 * run.
 */
public final class PackChecker {
    private final Path root;
    private final Pack pack;
    private final Problems problems;

    private PackChecker(Path root, Pack pack, Problems problems) {
        this.root = root;
        this.pack = pack;
        this.problems = problems;
    }

    /**
     * Everything that is wrong with the pack in a folder, by file and place.
     *
     * @param base the pack whose words, fixes and rules this one may name; null for none
     * @param complete whether what a pack still being written may lack is an error; otherwise it is
     *     a note
     */
    public static List<Problem> check(Path root, @Nullable Pack base, boolean complete)
            throws IOException {
        Problems problems = new Problems(complete);
        Pack pack = PackLoader.read(root, base, problems);
        PackChecker checker = new PackChecker(root, pack, problems);
        checker.checkFiles(base);
        if (base == null) {
            checker.checkCausesHaveRules();
        }
        return problems.all();
    }

    private void checkFiles(@Nullable Pack base) throws IOException {
        Map<RuleId, Rule> known = new TreeMap<>(base == null ? Map.of() : base.rules());
        known.putAll(pack.rules());
        RelationCheck relations = new RelationCheck(known);
        for (Map.Entry<String, Node.Fields> written :
                WrittenPack.read(root, new Problems()).files().entrySet()) {
            String file = written.getKey();
            Node.Fields node = written.getValue();
            String id =
                    node.nodes().get("id") instanceof Node.Text text ? text.value().strip() : "";
            Rule rule =
                    file.endsWith("/rule.yaml") && RuleId.isWellFormed(id)
                            ? pack.rules().get(new RuleId(id))
                            : null;
            Fix fix = file.startsWith("fixes/") ? pack.fixes().get(id) : null;
            if (rule != null) {
                new RuleCheck(file, node, rule, problems).check();
                checkNames(file, node, rule, known.keySet());
                relations
                        .wrongWith(rule)
                        .forEach(wrong -> problems.error(file, at(node, "relations"), wrong));
                String name = file.substring(0, file.lastIndexOf('/'));
                Path folder = root.resolve(name).toAbsolutePath().normalize();
                new FolderCheck(rule, folder, name, problems).check();
            } else if (fix != null) {
                new FixCheck(file, node, problems).check(fix);
            }
        }
    }

    private void checkNames(String file, Node.Fields node, Rule rule, Set<RuleId> known) {
        for (RuleId named : RelationCheck.named(rule)) {
            if (!known.contains(named)) {
                problems.open(file, at(node, "relations"), "there is no rule " + named);
            }
        }
        for (String fix : rule.fixes()) {
            if (!pack.fixes().containsKey(fix)) {
                problems.open(file, at(node, "fixes"), "there is no fix '" + fix + "'");
            }
        }
    }

    private void checkCausesHaveRules() {
        Set<String> open = new TreeSet<>(pack.causes().keySet());
        open.removeAll(pack.rules().values().stream().map(Rule::cause).collect(Collectors.toSet()));
        Node whole = new Node.Text("", 0, 0);
        open.forEach(
                cause ->
                        problems.open(
                                "vocabulary/causes.yaml",
                                whole,
                                "no rule stands for the cause '" + cause + "'"));
        Set<String> unused = new TreeSet<>(pack.fixes().keySet());
        pack.rules().values().forEach(rule -> unused.removeAll(rule.fixes()));
        unused.forEach(fix -> problems.note("fixes/" + fix + ".yaml", "no rule offers this fix"));
    }

    private static Node at(Node.Fields node, String key) {
        return node.nodes().getOrDefault(key, node);
    }
}
