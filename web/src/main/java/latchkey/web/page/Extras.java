package latchkey.web.page;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Timeline and reasons, as the analysis left them beside the report. */
public record Extras(List<Attempt> attempts, List<Instant> starts, Map<String, String> whyNot) {

    /** One run of a handler. */
    public record Attempt(
            String handler,
            @Nullable String sequence,
            @Nullable Instant from,
            @Nullable Instant to,
            String result) {}

    static Extras read(String json) {
        JsonNode node = JsonMapper.shared().readTree(json);
        List<Attempt> attempts = new ArrayList<>();
        for (JsonNode attempt : node.path("attempts")) {
            attempts.add(
                    new Attempt(
                            attempt.path("handler").asString(""),
                            attempt.path("sequence").isNull()
                                    ? null
                                    : attempt.path("sequence").asString(""),
                            time(attempt.path("from")),
                            time(attempt.path("to")),
                            attempt.path("result").asString("")));
        }
        List<Instant> starts = new ArrayList<>();
        node.path("starts").forEach(start -> starts.add(Instant.parse(start.asString())));
        Map<String, String> why = new TreeMap<>();
        node.path("whyNot").properties().forEach(e -> why.put(e.getKey(), e.getValue().asString()));
        return new Extras(attempts, starts, why);
    }

    private static @Nullable Instant time(JsonNode node) {
        return node.isString() ? Instant.parse(node.asString()) : null;
    }
}
