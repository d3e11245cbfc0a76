package latchkey.simulator.controlplane;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** JSON as the provider reads and writes it. */
final class Json {
    static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'+00:00'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ArrayNode array() {
        return MAPPER.createArrayNode();
    }

    static JsonNode string(String text) {
        return StringNode.valueOf(text);
    }

    static JsonNode missing() {
        return MissingNode.getInstance();
    }

    static String text(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    static String time(Instant at) {
        return TIME.format(at);
    }

    /** A member's text; null when absent, null or no text. */
    static @Nullable String text(JsonNode parent, String member) {
        JsonNode node = parent.path(member);
        return node.isString() ? node.stringValue() : null;
    }

    /** A member's text, or what to take when there is none. */
    static String text(JsonNode parent, String member, String otherwise) {
        String found = text(parent, member);
        return found == null ? otherwise : found;
    }

    /** {@code {"value": [...]}}. */
    static ObjectNode list(Iterable<? extends JsonNode> items) {
        ObjectNode node = object();
        ArrayNode array = node.putArray("value");
        items.forEach(array::add);
        return node;
    }
}
