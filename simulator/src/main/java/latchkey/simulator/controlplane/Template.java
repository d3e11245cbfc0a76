package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A template with its parameters put in. Of the expressions it knows {@code parameters}, {@code
 * variables}, {@code resourceGroup().location}, {@code concat} and {@code resourceId}.
 *
 * @param resources to be deployed, in an order that keeps what depends on what
 */
@Known(how = How.ASSUMED, source = "a deliberate gap: other template functions are refused by name")
record Template(List<ObjectNode> resources) {
    private static final Pattern CALL =
            Pattern.compile(
                    "\\s*(?<name>\\w+)\\s*\\((?<inside>.*)\\)(?<path>\\.\\w+)?\\s*",
                    Pattern.DOTALL);

    static Template read(Call call, ResourceGroup group) throws Refusal {
        JsonNode properties = call.body().path("properties");
        if (!(properties.path("template") instanceof ObjectNode template)) {
            throw invalid("The template is missing.");
        }
        Reader reader = new Reader(template, properties.path("parameters"), group);
        List<ObjectNode> resources = new ArrayList<>();
        for (JsonNode resource : template.path("resources")) {
            if (reader.evaluated(resource) instanceof ObjectNode object) {
                flatten(object, resources);
            }
        }
        return new Template(resources);
    }

    /** Children nested in a resource are deployed after it. */
    private static void flatten(ObjectNode resource, List<ObjectNode> into) {
        into.add(resource);
        for (JsonNode child : resource.path("resources")) {
            if (child instanceof ObjectNode nested) {
                String type = nested.path("type").asString("");
                String name = nested.path("name").asString("");
                if (!type.contains("/")) {
                    nested.put("type", resource.path("type").asString("") + "/" + type);
                    nested.put("name", resource.path("name").asString("") + "/" + name);
                }
                flatten(nested, into);
            }
        }
        resource.remove("resources");
    }

    private static Refusal invalid(String message) {
        return new Refusal(
                400,
                "InvalidTemplate",
                "Deployment template validation failed: '" + message + "'.");
    }

    /** Puts values in the place of expressions. */
    private static final class Reader {
        private final ObjectNode template;
        private final ResourceGroup group;
        private final Map<String, JsonNode> parameters =
                new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

        Reader(ObjectNode template, JsonNode given, ResourceGroup group) throws Refusal {
            this.template = template;
            this.group = group;
            for (String name : template.path("parameters").propertyNames()) {
                JsonNode value = given.path(name).path("value");
                JsonNode otherwise = template.path("parameters").path(name).path("defaultValue");
                if (value.isMissingNode() && otherwise.isMissingNode()) {
                    throw invalid(
                            "The value for the template parameter '" + name + "' is not provided.");
                }
                parameters.put(name, value.isMissingNode() ? evaluated(otherwise) : value);
            }
        }

        JsonNode evaluated(JsonNode node) throws Refusal {
            if (node instanceof ObjectNode object) {
                ObjectNode result = Json.object();
                for (String name : object.propertyNames()) {
                    result.set(name, evaluated(object.get(name)));
                }
                return result;
            }
            if (node instanceof ArrayNode array) {
                ArrayNode result = Json.array();
                for (JsonNode element : array) {
                    result.add(evaluated(element));
                }
                return result;
            }
            String text = node.isString() ? node.stringValue() : "";
            boolean expression =
                    text.startsWith("[") && text.endsWith("]") && !text.startsWith("[[");
            return expression ? value(text.substring(1, text.length() - 1)) : node;
        }

        private JsonNode value(String expression) throws Refusal {
            String stripped = expression.strip();
            if (stripped.startsWith("'") && stripped.endsWith("'")) {
                return Json.string(stripped.substring(1, stripped.length() - 1));
            }
            Matcher call = CALL.matcher(stripped);
            if (!call.matches()) {
                throw invalid(
                        "The template language expression '" + expression + "' is not valid.");
            }
            List<String> arguments = arguments(call.group("inside"));
            return switch (call.group("name")) {
                case "parameters" -> parameter(value(arguments.getFirst()).asString());
                case "variables" ->
                        evaluated(
                                template.path("variables")
                                        .path(value(arguments.getFirst()).asString()));
                case "resourceGroup" -> Json.string(group.location());
                case "concat" -> Json.string(joined(arguments, ""));
                case "resourceId", "format" -> Json.string(joined(arguments, "/"));
                default ->
                        throw invalid(
                                "The template function '"
                                        + call.group("name")
                                        + "' is not imitated.");
            };
        }

        private JsonNode parameter(String name) throws Refusal {
            JsonNode value = parameters.get(name);
            if (value == null) {
                throw invalid("The template parameter '" + name + "' is not found.");
            }
            return value;
        }

        private String joined(List<String> arguments, String with) throws Refusal {
            List<String> parts = new ArrayList<>();
            for (String argument : arguments) {
                parts.add(value(argument).asString());
            }
            return String.join(with, parts);
        }

        private static List<String> arguments(String inside) {
            List<String> arguments = new ArrayList<>();
            int depth = 0;
            boolean quoted = false;
            int begin = 0;
            for (int i = 0; i < inside.length(); i++) {
                char c = inside.charAt(i);
                quoted ^= c == '\'';
                depth += quoted ? 0 : c == '(' ? 1 : c == ')' ? -1 : 0;
                if (c == ',' && depth == 0 && !quoted) {
                    arguments.add(inside.substring(begin, i));
                    begin = i + 1;
                }
            }
            if (!inside.isBlank()) {
                arguments.add(inside.substring(begin));
            }
            return arguments;
        }
    }
}
