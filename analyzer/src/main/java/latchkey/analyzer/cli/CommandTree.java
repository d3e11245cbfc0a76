package latchkey.analyzer.cli;

import latchkey.analyzer.report.ToolVersion;

import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/**
 * The root command with its own commands and those of other modules, which are found by a JDK type.
 */
final class CommandTree {
    /** Commands that live in other modules, with the module that a full copy has. */
    private static final Map<String, String> ELSEWHERE =
            Map.of("collect", "collector", "serve", "web", "open", "web", "simulate", "simulator");

    private final Console console;
    private final Map<String, Command> own = new LinkedHashMap<>();

    CommandTree(Console console) {
        this.console = console;
        own.put("triage", new TriageCommand());
        own.put("batch", new BatchCommand());
        own.put("explain", new ExplainCommand());
        own.put("why-not", new WhyNotCommand());
        own.put("diff", new DiffCommand());
        own.put("redact", new RedactCommand());
        own.put("rules", new RulesCommand());
        own.put("completion", new CompletionCommand(this::commandLine));
    }

    int run(String[] args) throws Exception {
        CommandLine root = commandLineFor(args);
        if (args.length > 0
                && ELSEWHERE.containsKey(args[0])
                && !root.getSubcommands().containsKey(args[0])) {
            throw new UsageException(
                    "The command '"
                            + args[0]
                            + "' comes with the module "
                            + ELSEWHERE.get(args[0])
                            + ", which is not part of this copy.",
                    null);
        }
        if (args.length == 0) {
            root.usage(console.err(), Ansi.OFF);
            return Latchkey.USAGE;
        }
        return run(parse(root, args));
    }

    private int run(ParseResult given) throws Exception {
        Optional<ParseResult> asking = asking(given);
        if (asking.isPresent()) {
            asking.get().commandSpec().commandLine().usage(console.out(), Ansi.OFF);
            return Latchkey.DONE;
        }
        if (given.isVersionHelpRequested()) {
            console.out().print("latchkey " + ToolVersion.NUMBER + "\n");
            return Latchkey.DONE;
        }
        ParseResult called = given.subcommand();
        if (called == null) {
            throw new UsageException("A command is missing.", "Try 'latchkey --help'.");
        }
        if (called.commandSpec().name().equals("help")) {
            return help(called);
        }
        Command command = own.get(called.commandSpec().name());
        return command == null ? callForeign(innermost(called)) : command.run(called, console);
    }

    private int help(ParseResult called) throws UsageException {
        CommandLine about = called.commandSpec().parent().commandLine();
        for (String word : called.matchedPositionalValue(0, List.<String>of())) {
            CommandLine next = about.getSubcommands().get(word);
            if (next == null) {
                throw new UsageException(
                        "There is no command '" + word + "'.", "Try 'latchkey --help'.");
            }
            about = next;
        }
        about.usage(console.out(), Ansi.OFF);
        return Latchkey.DONE;
    }

    private static Optional<ParseResult> asking(ParseResult given) {
        for (ParseResult at = given; at != null; at = at.subcommand()) {
            if (at.isUsageHelpRequested()) {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }

    private static ParseResult innermost(ParseResult given) {
        ParseResult at = given;
        for (ParseResult next = at; next != null; next = next.subcommand()) {
            at = next;
        }
        return at;
    }

    private int callForeign(ParseResult called) throws Exception {
        if (called.commandSpec().userObject() instanceof Callable<?> callable) {
            return callable.call() instanceof Integer code ? code : Latchkey.DONE;
        }
        called.commandSpec().commandLine().usage(console.err(), Ansi.OFF);
        return Latchkey.USAGE;
    }

    private static ParseResult parse(CommandLine root, String[] args) throws UsageException {
        try {
            return root.parseArgs(args);
        } catch (ParameterException e) {
            String name = e.getCommandLine().getCommandSpec().qualifiedName();
            throw new UsageException(sentence(e), "Try '" + name + " --help'.");
        }
    }

    /** Picocli's message as a sentence, with what was probably meant. */
    private static String sentence(ParameterException failure) {
        String message = String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
        StringWriter meant = new StringWriter();
        if (failure instanceof UnmatchedArgumentException) {
            UnmatchedArgumentException.printSuggestions(failure, new PrintWriter(meant));
        }
        String suggestion = String.join(" ", meant.toString().lines().toList()).strip();
        String end = message.endsWith(".") || message.endsWith("?") ? "" : ".";
        return message + end + (suggestion.isEmpty() ? "" : " " + suggestion);
    }

    /** The whole tree, or its one branch where the arguments name it: a tenth of a second less. */
    private CommandLine commandLineFor(String[] args) {
        Command only = args.length > 0 ? own.get(args[0]) : null;
        if (only == null) {
            return commandLine();
        }
        CommandSpec root = root();
        root.addSubcommand(args[0], Specs.line(only.spec()));
        return set(Specs.line(root));
    }

    CommandLine commandLine() {
        CommandSpec root = root();
        own.forEach((name, command) -> root.addSubcommand(name, Specs.line(command.spec())));
        root.addSubcommand("help", Specs.line(helpSpec()));
        CommandLine line = Specs.line(root);
        foreign().forEach(line::addSubcommand);
        return set(line);
    }

    private CommandLine set(CommandLine line) {
        return line.setExpandAtFiles(false)
                .setToggleBooleanFlags(false)
                .setUsageHelpAutoWidth(false)
                .setOut(console.out())
                .setErr(console.err());
    }

    private static CommandSpec root() {
        CommandSpec root =
                Specs.command(
                        "Latchkey says why a person is locked out of a Windows VM, proves it, and"
                                + " says how to get back in.",
                        "latchkey triage vm1.zip                 one machine: the cause, its proof,"
                                + " the fixes",
                        "latchkey triage logs/ error.txt         several pieces of the same"
                                + " machine",
                        "pbpaste | latchkey triage -             a pasted error",
                        "latchkey explain VMA-001                the page of a rule or a cause");
        root.name("latchkey");
        root.addOption(Specs.help());
        root.addOption(
                OptionSpec.builder("-V", "--version")
                        .versionHelp(true)
                        .description("Show the version.")
                        .build());
        return root;
    }

    private static CommandSpec helpSpec() {
        CommandSpec spec = Specs.command("Show the help of a command.", "latchkey help triage");
        return spec.addPositional(
                PositionalParamSpec.builder()
                        .index("0..*")
                        .arity("0..*")
                        .paramLabel("COMMAND")
                        .type(List.class)
                        .auxiliaryTypes(String.class)
                        .build());
    }

    @SuppressWarnings("rawtypes")
    private static Map<String, CommandLine> foreign() {
        Map<String, CommandLine> found = new TreeMap<>();
        for (Callable callable : ServiceLoader.load(Callable.class)) {
            if (callable.getClass().isAnnotationPresent(CommandLine.Command.class)) {
                CommandLine line = new CommandLine(callable);
                found.put(line.getCommandName(), line);
            }
        }
        return found;
    }
}
