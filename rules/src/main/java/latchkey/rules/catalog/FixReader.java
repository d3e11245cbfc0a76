package latchkey.rules.catalog;

import latchkey.rules.rule.Fix;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads one fix file. */
final class FixReader {
    private static final Set<String> NEEDS =
            Set.of(
                    "vm-running",
                    "agent-up",
                    "sign-in",
                    "serial-console",
                    "azure-stack",
                    "public-azure",
                    "desktop",
                    "not-domain-controller");

    @Nullable Fix read(Fields file) {
        String id = file.text("id");
        if (id.isEmpty()) {
            return null;
        }
        List<String> needs = file.texts("needs");
        needs.stream()
                .filter(need -> !NEEDS.contains(need))
                .forEach(need -> file.problem("needs", "unknown need '" + need + "'"));
        List<Fix.Step> steps = new ArrayList<>();
        file.eachFields("steps").forEach(step -> steps.add(step(step)));
        if (steps.isEmpty()) {
            file.problem(file.node(), "a fix needs steps");
        }
        Fix fix =
                new Fix(
                        id,
                        file.text("goal"),
                        file.label("cure", Fix.Cure.class, Fix.Cure.FIX),
                        file.label("safety", Fix.Safety.class, Fix.Safety.REVERSIBLE),
                        file.text("role"),
                        needs,
                        file.texts("warnings"),
                        steps,
                        file.text("check"),
                        file.text("undo"));
        if (!file.has("cure") || !file.has("safety")) {
            file.problem(file.node(), "a fix says its cure and its safety");
        }
        file.refuseRest();
        return fix;
    }

    private static Fix.Step step(Fields fields) {
        Fix.Channel channel = fields.label("channel", Fix.Channel.class, Fix.Channel.PORTAL);
        Fix.Step step =
                new Fix.Step(
                        channel,
                        fields.text("text"),
                        fields.label("shell", Fix.Shell.class, shellOf(channel)),
                        command(fields));
        fields.refuseRest();
        return step;
    }

    private static Fix.Shell shellOf(Fix.Channel channel) {
        return switch (channel) {
            case CLI -> Fix.Shell.BASH;
            case SERIAL_CONSOLE, OFFLINE_DISK -> Fix.Shell.CMD;
            case PORTAL, POWERSHELL, RUN_COMMAND, IN_GUEST, EVA -> Fix.Shell.POWERSHELL;
        };
    }

    private static List<Fix.Word> command(Fields fields) {
        List<Fix.Word> words = new ArrayList<>();
        Node command = fields.find("command");
        if (command == null) {
            return words;
        }
        if (!(command instanceof Node.Items items)) {
            fields.problem("command", "a command is a list of words");
            return words;
        }
        for (Node item : items.nodes()) {
            if (item instanceof Node.Text text) {
                words.add(new Fix.Word.Plain(text.value()));
            } else if (item instanceof Node.Fields word) {
                words.add(special(fields, word));
            } else {
                fields.problem(item, "a word of a command is text or a map");
            }
        }
        return words;
    }

    private static Fix.Word special(Fields step, Node.Fields node) {
        String key = node.nodes().keySet().stream().findFirst().orElse("");
        String value = node.nodes().get(key) instanceof Node.Text text ? text.value() : "";
        if (node.nodes().size() != 1 || value.isEmpty()) {
            step.problem(node, "a special word is one of slot, code or prompt with text");
        }
        return switch (key) {
            case "slot" -> {
                if (!Fix.SLOTS.contains(value)) {
                    step.problem(node, "unknown slot '" + value + "'");
                }
                yield new Fix.Word.Slot(value);
            }
            case "code" -> new Fix.Word.Code(value);
            case "prompt" -> new Fix.Word.Prompt(value);
            default -> {
                step.problem(node, "unknown word '" + key + "'");
                yield new Fix.Word.Plain(value);
            }
        };
    }
}
