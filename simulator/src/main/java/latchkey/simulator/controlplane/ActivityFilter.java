package latchkey.simulator.controlplane;

import tools.jackson.databind.JsonNode;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The {@code $filter} of the activity log: comparisons joined by {@code and}. */
final class ActivityFilter {
    /** {@code eventTimestamp ge '2026-10-06T00:00:00Z'}. */
    private static final Pattern COMPARISON =
            Pattern.compile("(?<name>\\w+)\\s+(?<how>eq|ge|le)\\s+'?(?<value>[^']*?)'?");

    private final List<Predicate<JsonNode>> clauses = new ArrayList<>();

    static ActivityFilter parse(String text) throws Refusal {
        ActivityFilter filter = new ActivityFilter();
        if (!text.isBlank()) {
            for (String clause : text.strip().split("(?i)\\s+and\\s+")) {
                Matcher matcher = COMPARISON.matcher(clause.strip());
                if (!matcher.matches()) {
                    throw invalid(clause);
                }
                filter.clauses.add(clause(matcher));
            }
        }
        return filter;
    }

    private static Predicate<JsonNode> clause(Matcher matcher) throws Refusal {
        String value = matcher.group("value");
        return switch (matcher.group("name")) {
            case "eventTimestamp" -> time(matcher.group("how"), value);
            case "resourceGroupName" -> entry -> is(entry, "/resourceGroupName", value);
            case "resourceUri", "resourceId" ->
                    entry ->
                            entry.at("/resourceId")
                                    .asString("")
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .startsWith(value.toLowerCase(java.util.Locale.ROOT));
            case "correlationId" -> entry -> is(entry, "/correlationId", value);
            case "status" -> entry -> is(entry, "/status/value", value);
            case "resourceProvider" -> entry -> is(entry, "/resourceProviderName/value", value);
            default -> throw invalid(matcher.group());
        };
    }

    private static Predicate<JsonNode> time(String how, String value) throws Refusal {
        try {
            Instant bound = Instant.parse(value.endsWith("Z") ? value : value + "Z");
            return entry -> {
                int order =
                        Instant.parse(entry.path("eventTimestamp").stringValue()).compareTo(bound);
                return how.equals("ge") ? order >= 0 : how.equals("le") ? order <= 0 : order == 0;
            };
        } catch (DateTimeException e) {
            throw invalid(value);
        }
    }

    private static boolean is(JsonNode entry, String pointer, String value) {
        return entry.at(pointer).asString("").equalsIgnoreCase(value);
    }

    private static Refusal invalid(String clause) {
        return new Refusal(
                400,
                "BadRequest",
                "The filter clause '" + clause + "' is not supported or invalid.");
    }

    boolean admits(JsonNode entry) {
        return clauses.stream().allMatch(clause -> clause.test(entry));
    }
}
