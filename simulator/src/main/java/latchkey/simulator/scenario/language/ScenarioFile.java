package latchkey.simulator.scenario.language;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads one scenario file; every mistake in it is told, with its place. */
public final class ScenarioFile {
    private static final Set<String> OUTCOMES =
            Set.of(
                    "cause-found",
                    "resolved",
                    "healthy",
                    "unknown-failure",
                    "insufficient-evidence",
                    "out-of-scope");

    private static final Map<String, Parameter> TOP =
            Language.keys(
                    Parameter.text("id").must(),
                    Parameter.text("title").must(),
                    Parameter.text("cause").must(),
                    Parameter.oneOf("outcome", OUTCOMES.stream().sorted().toArray(String[]::new))
                            .must(),
                    Parameter.oneOf("without", OUTCOMES.stream().sorted().toArray(String[]::new)),
                    Parameter.of(Parameter.Kind.LIST, "never"));

    private static final Set<String> PARTS =
            Set.of("world", "faults", "script", "then", "otherwise");

    private final Language language;
    private final Mistakes mistakes = new Mistakes();
    private final PhraseReader reader = new PhraseReader(mistakes);

    private ScenarioFile(Language language) {
        this.language = language;
    }

    /**
     * The scenario in that text.
     *
     * @param file name for messages
     * @throws MalformedScenario with all mistakes
     */
    public static Scenario read(String file, String text, Language language)
            throws MalformedScenario {
        ScenarioFile scenario = new ScenarioFile(language);
        Optional<Scenario> read = YamlText.read(text, scenario.mistakes).map(scenario::scenario);
        if (read.isEmpty() || !scenario.mistakes.isEmpty()) {
            throw new MalformedScenario(file, scenario.mistakes);
        }
        return read.get();
    }

    /**
     * The phrases under one name of a text.
     *
     * @throws MalformedScenario with all mistakes
     */
    public static List<Phrase> readPart(
            String file, String text, String part, Vocabulary vocabulary) throws MalformedScenario {
        Mistakes mistakes = new Mistakes();
        PhraseReader reader = new PhraseReader(mistakes);
        List<Phrase> phrases =
                YamlText.read(text, mistakes)
                        .map(root -> root.fields().get(part))
                        .map(node -> reader.phrases(node, vocabulary))
                        .orElse(List.of());
        if (!mistakes.isEmpty()) {
            throw new MalformedScenario(file, mistakes);
        }
        return phrases;
    }

    private Scenario scenario(Node.Fields root) {
        Phrase top = top(root);
        Setting setting = setting(root.fields().get("world"), root);
        Scenario scenario =
                new Scenario(
                        top.text("id", ""),
                        top.text("title", ""),
                        Optional.of(top.text("cause", "none")).filter(id -> !id.equals("none")),
                        top.text("outcome", ""),
                        top.text("without", "healthy"),
                        top.list("never"),
                        setting,
                        part(root, "faults", language.faults()),
                        part(root, "script", language.steps()),
                        part(root, "then", language.claims()),
                        part(root, "otherwise", language.claims()));
        check(root, scenario);
        return scenario;
    }

    private Phrase top(Node.Fields root) {
        Map<String, Node> fields = new LinkedHashMap<>(root.fields());
        fields.keySet().removeAll(PARTS);
        Node.Fields rest = new Node.Fields(fields, root.keys(), root.line(), root.column());
        return reader.spoken("the scenario", rest, TOP);
    }

    private List<Phrase> part(Node.Fields root, String name, Vocabulary vocabulary) {
        Node node = root.fields().get(name);
        return node == null ? List.of() : reader.phrases(node, vocabulary);
    }

    private void check(Node.Fields root, Scenario scenario) {
        if (!scenario.id().matches("[a-z0-9]+(-[a-z0-9]+)*")) {
            mistakes.at(root, "the id must be words in kebab case");
        }
        boolean named = Set.of("cause-found", "resolved").contains(scenario.outcome());
        if (named != scenario.cause().isPresent()) {
            mistakes.at(root, "cause-found and resolved go with a cause, the others with none");
        }
        if (!root.fields().containsKey("then")) {
            mistakes.at(root, "the scenario lacks its 'then': what must be true at the end");
        }
        checkMachines(scenario);
    }

    private void checkMachines(Scenario scenario) {
        List<String> names =
                scenario.setting().machines().stream().map(Setting.MachineSetting::name).toList();
        List<Phrase> all = new ArrayList<>(scenario.faults());
        all.addAll(scenario.script());
        all.addAll(scenario.then());
        all.addAll(scenario.otherwise());
        for (Phrase phrase : all) {
            phrase.ifSaid(
                    "vm",
                    vm -> {
                        if (!names.contains(vm)) {
                            String hint = Nearest.hint(vm, names);
                            mistakes.at(phrase.line(), 1, "there is no VM '" + vm + "'" + hint);
                        }
                    });
        }
    }

    private Setting setting(@Nullable Node node, Node root) {
        if (!(node instanceof Node.Fields world)) {
            mistakes.at(node == null ? root : node, "the scenario lacks its 'world'");
            return new Setting(new Phrase("world", Map.of(), root.line()), List.of());
        }
        Map<String, Node> fields = new LinkedHashMap<>(world.fields());
        Node machines = fields.remove("vms");
        Node.Fields rest = new Node.Fields(fields, world.keys(), world.line(), world.column());
        Phrase place = reader.spoken("world", rest, language.place());
        List<Setting.MachineSetting> all = new ArrayList<>();
        if (machines instanceof Node.Items items) {
            items.nodes().forEach(item -> machine(item).ifPresent(all::add));
        } else {
            mistakes.at(machines == null ? world : machines, "world needs a list of 'vms'");
        }
        return new Setting(place, all);
    }

    private Optional<Setting.MachineSetting> machine(Node node) {
        if (!(node instanceof Node.Fields machine)) {
            mistakes.at(node, "a VM is a map");
            return Optional.empty();
        }
        Map<String, Node> fields = new LinkedHashMap<>(machine.fields());
        Node accounts = fields.remove("accounts");
        Node policy = fields.remove("policy");
        Node.Fields rest =
                new Node.Fields(fields, machine.keys(), machine.line(), machine.column());
        Phrase traits = reader.spoken("vm", rest, language.machine());
        List<Phrase> people =
                accounts == null
                        ? List.of()
                        : reader.alike(accounts, "account", language.account());
        Phrase rules = new Phrase("policy", Map.of(), machine.line());
        if (policy instanceof Node.Fields given) {
            rules = reader.spoken("policy", given, language.policy());
        } else if (policy != null) {
            mistakes.at(policy, "policy is a map");
        }
        return Optional.of(new Setting.MachineSetting(traits, people, rules));
    }
}
