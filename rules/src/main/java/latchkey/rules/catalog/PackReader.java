package latchkey.rules.catalog;

import latchkey.rules.rule.Fix;
import latchkey.rules.rule.Pack;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.Map;

/** Turns the written files of a pack into rules, fixes and vocabulary. */
final class PackReader {
    private PackReader() {}

    /**
     * @param base the pack whose words and fixes this one may use, null for none
     */
    static Pack read(String name, WrittenPack written, @Nullable Pack base, Problems problems) {
        Vocabulary vocabulary = Vocabulary.empty();
        if (base != null) {
            vocabulary.causes().putAll(base.causes());
            vocabulary.sources().putAll(base.sources());
            vocabulary.groups().putAll(base.groups());
            base.messages().values().forEach(vocabulary.messages()::add);
            vocabulary.speech().putAll(base.speech());
        }
        Map<String, Fix> fixes = new LinkedHashMap<>(base == null ? Map.of() : base.fixes());
        written.files()
                .forEach(
                        (file, node) -> {
                            Fields fields = new Fields(file, node, problems);
                            if (file.startsWith("vocabulary/causes")) {
                                vocabulary.readCauses(fields);
                            } else if (file.startsWith("vocabulary/sources")) {
                                vocabulary.readSources(fields);
                            } else if (file.startsWith("vocabulary/speech")) {
                                vocabulary.readSpeech(fields);
                            } else if (file.startsWith("vocabulary/messages")) {
                                vocabulary.messages().read(fields);
                            } else if (file.startsWith("fixes/")) {
                                Fix fix = new FixReader().read(fields);
                                if (fix != null) {
                                    fixes.put(fix.id(), fix);
                                }
                            }
                        });
        RuleReader reader = new RuleReader(vocabulary);
        Map<RuleId, Rule> rules = new LinkedHashMap<>();
        written.files()
                .forEach(
                        (file, node) -> {
                            Rule rule =
                                    file.endsWith("/rule.yaml")
                                            ? reader.read(new Fields(file, node, problems))
                                            : null;
                            if (rule != null && rules.putIfAbsent(rule.id(), rule) != null) {
                                problems.error(
                                        file, node, "the id " + rule.id() + " is there twice");
                            }
                        });
        return new Pack(
                name,
                PackLoader.CORE_VERSION,
                written.sha256(),
                rules,
                fixes,
                vocabulary.causes(),
                vocabulary.sources(),
                vocabulary.groups(),
                vocabulary.messages().byId(),
                vocabulary.speech());
    }
}
