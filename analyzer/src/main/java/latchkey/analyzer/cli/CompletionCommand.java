package latchkey.analyzer.cli;

import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/** {@code completion}: the script that lets a shell complete commands and options. */
final class CompletionCommand implements Command {
    private final Supplier<CommandLine> root;

    CompletionCommand(Supplier<CommandLine> root) {
        this.root = root;
    }

    @Override
    public CommandSpec spec() {
        CommandSpec spec =
                Specs.command(
                        "Print the script that completes commands and options in a shell.",
                        "source <(latchkey completion bash)",
                        "source <(latchkey completion zsh)",
                        "latchkey completion powershell | Out-String | Invoke-Expression");
        spec.addPositional(Specs.argument(0, "SHELL", "bash, zsh or powershell."));
        spec.addOption(Specs.help());
        return spec;
    }

    @Override
    public int run(ParseResult given, Console console) throws IOException, UsageException {
        String shell = given.matchedPositionalValue(0, "");
        String script =
                switch (shell) {
                    case "bash", "zsh" -> AutoComplete.bash("latchkey", root.get());
                    case "powershell" -> powershell(root.get());
                    default ->
                            throw new UsageException(
                                    "No completion for '" + shell + "'.",
                                    "Choose one of: bash, zsh, powershell.");
                };
        console.out().print(script);
        return Latchkey.DONE;
    }

    private static String powershell(CommandLine root) {
        Map<String, List<String>> words = new TreeMap<>();
        collect("latchkey", root, words);
        StringBuilder script = new StringBuilder("$latchkeyWords = @{\n");
        words.forEach(
                (path, next) ->
                        script.append("    '")
                                .append(path)
                                .append("' = @('")
                                .append(String.join("', '", next))
                                .append("')\n"));
        return script
                + """
                }
                Register-ArgumentCompleter -Native -CommandName latchkey -ScriptBlock {
                    param($wordToComplete, $commandAst, $cursorPosition)
                    $path = 'latchkey'
                    foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
                        $longer = "$path $element"
                        if ($latchkeyWords.ContainsKey($longer)) { $path = $longer }
                    }
                    $latchkeyWords[$path] | Where-Object { $_ -like "$wordToComplete*" } | ForEach-Object {
                        [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
                    }
                }
                """;
    }

    private static void collect(String path, CommandLine command, Map<String, List<String>> words) {
        TreeSet<String> next = new TreeSet<>(command.getSubcommands().keySet());
        next.addAll(command.getCommandSpec().optionsMap().keySet());
        words.put(path, List.copyOf(next));
        command.getSubcommands().forEach((name, child) -> collect(path + " " + name, child, words));
    }
}
