package latchkey.simulator.cli;

import latchkey.simulator.scenario.Library;
import latchkey.simulator.scenario.Variant;
import latchkey.simulator.scenario.Words;
import latchkey.simulator.scenario.language.MalformedScenario;
import latchkey.simulator.scenario.language.Scenario;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.concurrent.Callable;

/** Lists the scenarios. */
@Command(name = "list", header = "List the scenarios.")
final class ListCommand implements Callable<Integer> {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @Spec private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text or json.")
    private String format = "text";

    ListCommand() {
        this.spec = CommandSpec.create();
    }

    @Override
    public Integer call() throws MalformedScenario {
        Console console = Console.of(spec);
        if (!format.equals("text") && !format.equals("json")) {
            return console.refuse("The format '" + format + "' is none of text, json.");
        }
        Library library = Library.ofProgram(Words.language());
        if (format.equals("json")) {
            console.out().print(json(library) + "\n");
        } else {
            library.all().forEach(scenario -> console.out().print(line(scenario)));
        }
        console.out().flush();
        return Console.DONE;
    }

    private static String line(Scenario scenario) {
        String id = scenario.id() + " ".repeat(Math.max(1, 34 - scenario.id().length()));
        String outcome = scenario.outcome();
        return id
                + outcome
                + " ".repeat(Math.max(1, 24 - outcome.length()))
                + scenario.title()
                + "\n";
    }

    private static String json(Library library) {
        ArrayNode list = JSON.createArrayNode();
        for (Scenario scenario : library.all()) {
            ObjectNode entry = list.addObject();
            entry.put("id", scenario.id());
            entry.put("title", scenario.title());
            entry.put("cause", scenario.cause().orElse(null));
            entry.put("outcome", scenario.outcome());
            ArrayNode variants = entry.putArray("variants");
            Variant.offered(scenario).forEach(variants::add);
        }
        return list.toPrettyString();
    }
}
