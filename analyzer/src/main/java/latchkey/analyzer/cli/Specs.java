package latchkey.analyzer.cli;

import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

import java.util.ArrayList;
import java.util.List;

/**
 * Builds the specs of commands in code: reading annotations by reflection would double the start-up
 * time.
 */
final class Specs {
    /** Picocli's own factory looks for a class through all jars first: 30 ms of every start. */
    private static final CommandLine.IFactory FACTORY =
            new CommandLine.IFactory() {
                @Override
                public <K> K create(Class<K> type) throws Exception {
                    if (type.isAssignableFrom(ArrayList.class)) {
                        return type.cast(new ArrayList<>());
                    }
                    return CommandLine.defaultFactory().create(type);
                }
            };

    private Specs() {}

    static CommandLine line(CommandSpec spec) {
        return new CommandLine(spec, FACTORY);
    }

    /** A command with its sentence, examples before everything else, and {@code --help}. */
    static CommandSpec command(String sentence, String... examples) {
        CommandSpec spec = CommandSpec.wrapWithoutInspection(null, FACTORY);
        List<String> header = new ArrayList<>();
        header.add(sentence);
        header.add("");
        header.add("Examples:");
        for (String example : examples) {
            header.add("  " + example);
        }
        header.add("");
        spec.usageMessage()
                .header(header.toArray(String[]::new))
                .optionListHeading("%nOptions:%n")
                .parameterListHeading("%n")
                .commandListHeading("%nCommands:%n")
                .sortOptions(false)
                .width(100);
        return spec;
    }

    static OptionSpec help() {
        return OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help.")
                .build();
    }

    static OptionSpec value(String name, String label, String description) {
        return OptionSpec.builder(name.split(",", -1))
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    static OptionSpec values(String name, String label, String description) {
        return OptionSpec.builder(name)
                .paramLabel(label)
                .arity("1")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }

    static OptionSpec flag(String name, String description) {
        return OptionSpec.builder(name.split(",", -1))
                .type(boolean.class)
                .description(description)
                .build();
    }

    static PositionalParamSpec argument(int index, String label, String description) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .arity("1")
                .required(true)
                .paramLabel(label)
                .type(String.class)
                .description(description)
                .build();
    }

    /** The paths at the end, at least one. */
    static PositionalParamSpec paths(int from, String description) {
        return PositionalParamSpec.builder()
                .index(from + "..*")
                .arity("1..*")
                .required(true)
                .paramLabel("PATH")
                .type(List.class)
                .auxiliaryTypes(String.class)
                .description(description)
                .build();
    }
}
