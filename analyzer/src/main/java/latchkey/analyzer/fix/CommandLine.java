package latchkey.analyzer.fix;

import com.google.re2j.Pattern;

import latchkey.rules.rule.Fix;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An argument vector as one line for its shell.
 *
 * @param text null where there is no command or none that is safe to show
 * @param notes sentences about values that are not shown
 */
record CommandLine(@Nullable String text, List<String> notes) {
    private static final Set<String> NET = Set.of("net", "net.exe", "net1", "net1.exe");
    private static final Pattern CMDLET = Pattern.compile("[A-Za-z]+-[A-Za-z]+");
    private static final Pattern REMOTE =
            Pattern.compile("(?i)(Invoke|Set)-AzVMRunCommand|az|az\\.cmd");

    CommandLine {
        notes = List.copyOf(notes);
    }

    static CommandLine of(Fix.Step step, Map<String, String> slotValues) {
        List<String> words = new ArrayList<>();
        Set<String> notes = new LinkedHashSet<>();
        for (Fix.Word word : step.command()) {
            Optional<String> shown = shown(word, step, slotValues, notes);
            if (shown.isEmpty()) {
                notes.add("The command is not shown: " + whyNot(word));
                return new CommandLine(null, List.copyOf(notes));
            }
            words.add(shown.get());
        }
        return new CommandLine(joined(words, step), List.copyOf(notes));
    }

    /** PowerShell takes a quoted first word for a text and not for a program. */
    private static @Nullable String joined(List<String> words, Fix.Step step) {
        if (words.isEmpty()) {
            return null;
        }
        String line = String.join(" ", words);
        boolean quoted =
                step.shell() == Fix.Shell.POWERSHELL
                        && !(step.command().getFirst() instanceof Fix.Word.Code)
                        && line.startsWith("'");
        return quoted ? "& " + line : line;
    }

    private static Optional<String> shown(
            Fix.Word word, Fix.Step step, Map<String, String> slotValues, Set<String> notes) {
        if (word instanceof Fix.Word.Plain plain) {
            return Quoting.of(step.shell()).word(plain.text());
        }
        if (word instanceof Fix.Word.Slot slot) {
            return Optional.of(slot(slot.name(), step.shell(), slotValues, notes));
        }
        return word instanceof Fix.Word.Code code
                ? Optional.of(code.text()).filter(Quoting::isShowable)
                : prompt(((Fix.Word.Prompt) word).what(), step);
    }

    private static String whyNot(Fix.Word word) {
        return switch (word) {
            case Fix.Word.Prompt prompt ->
                    "it needs a secret, and this way of running it cannot ask for one.";
            case Fix.Word.Plain plain -> "one of its words cannot be quoted for this shell.";
            case Fix.Word.Code code -> "one of its words cannot be shown safely.";
            case Fix.Word.Slot slot -> "one of its values cannot be shown safely.";
        };
    }

    private static String slot(
            String name, Fix.Shell shell, Map<String, String> slotValues, Set<String> notes) {
        Quoting quoting = Quoting.of(shell);
        Optional<SlotType> type = SlotType.named(name);
        String placeholder = quoting.placeholder(type.map(SlotType::label).orElse("value"));
        String value = slotValues.get(name);
        if (value == null || value.isEmpty() || type.isEmpty()) {
            return placeholder;
        }
        Optional<String> quoted =
                type.get().accepts(value, shell) ? quoting.quoted(value) : Optional.empty();
        if (quoted.isEmpty()) {
            notes.add(
                    "The "
                            + type.get().label()
                            + " that was found is not filled in, because it is not "
                            + type.get().expectation()
                            + ".");
        }
        return quoted.orElse(placeholder);
    }

    private static Optional<String> prompt(String what, Fix.Step step) {
        String program = program(step);
        if (step.channel() == Fix.Channel.RUN_COMMAND && !REMOTE.matches(program)) {
            return Optional.empty();
        }
        boolean net = NET.contains(program.toLowerCase(Locale.ROOT));
        String label = Quoting.isShowable(what) ? what : "secret";
        return switch (step.shell()) {
            case CMD -> net ? Optional.of("*") : Optional.empty();
            case BASH ->
                    Quoting.BASH
                            .quoted(label + ": ")
                            .map(text -> "\"$(IFS= read -rsp " + text + " p; printf %s \"$p\")\"");
            case POWERSHELL ->
                    net ? Optional.of("*") : powershellPrompt(label, CMDLET.matches(program));
        };
    }

    /** A program outside PowerShell would get the name of the type instead of the password. */
    private static Optional<String> powershellPrompt(String label, boolean takesSecureString) {
        Optional<String> asked =
                Quoting.POWERSHELL
                        .quoted(label)
                        .map(text -> "(Read-Host -AsSecureString " + text + ")");
        return takesSecureString
                ? asked
                : asked.map(
                        secure -> "([Net.NetworkCredential]::new('', " + secure + ").Password)");
    }

    private static String program(Fix.Step step) {
        return step.command().getFirst() instanceof Fix.Word.Plain plain ? plain.text() : "";
    }
}
