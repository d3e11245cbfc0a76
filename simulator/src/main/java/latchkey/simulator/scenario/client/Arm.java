package latchkey.simulator.scenario.client;

import latchkey.simulator.wire.WireRequest;
import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.World;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The part of every client that speaks REST: sends requests as one principal and follows
 * operations to their end. What was answered last is kept, as a browser's console keeps it.
 */
public final class Arm {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofHours(4);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world;
    private final Function<WireRequest, WireResponse> door;
    private final String host;
    private final List<WireResponse> operations = new ArrayList<>();

    /** A client of the service behind that door, which is called by that base address. */
    public Arm(World world, Function<WireRequest, WireResponse> door, String host) {
        this.world = world;
        this.door = door;
        this.host = host;
    }

    /**
     * A request of somebody.
     *
     * @param token bearer token of who asks
     * @param version api-version
     */
    public record Caller(String token, String version) {}

    /** An operation that was accepted. */
    public record Accepted(Caller caller, String url, Instant from, WireResponse first) {
        /** The operation's id, as its address ends. */
        public String id() {
            String path = url.replaceAll("\\?.*", "");
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** Sends a request; the path may have a query. An empty body sends none. */
    public WireResponse send(Caller caller, String method, String path, String body) {
        String mark = path.contains("?") ? "&" : "?";
        String url = host + path + mark + "api-version=" + caller.version();
        return call(caller, method, url, body);
    }

    private WireResponse call(Caller caller, String method, String url, String body) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Authorization", "Bearer " + caller.token());
        headers.put("Accept", "application/json");
        headers.put("Content-Type", "application/json");
        return door.apply(WireRequest.send(method, url, headers, body));
    }

    /** The operation that an answer speaks of, if it speaks of one. */
    public static Optional<Accepted> operation(Caller caller, Instant from, WireResponse answer) {
        String url = answer.headers().get("Azure-AsyncOperation");
        if (url == null) {
            url = answer.headers().get("Location");
        }
        return Optional.ofNullable(url).map(found -> new Accepted(caller, found, from, answer));
    }

    /** What the operation says of itself now. */
    public WireResponse look(Accepted operation) {
        return call(operation.caller(), "GET", operation.url(), "");
    }

    /** Asks again and again until the operation has ended, or until patience ends. */
    public WireResponse await(Accepted operation) {
        Instant end = world.now().plus(PATIENCE);
        WireResponse answer = look(operation);
        while (isRunning(answer) && world.now().isBefore(end)) {
            world.advance(PAUSE);
            answer = look(operation);
        }
        operations.add(answer);
        return answer;
    }

    private static boolean isRunning(WireResponse answer) {
        String status = json(answer).path("status").asString("");
        return answer.status() == 202 || status.equals("InProgress") || status.equals("Running");
    }

    /** The error of an operation that failed. */
    public static Optional<ArmError> failure(WireResponse operation) {
        JsonNode root = json(operation);
        boolean failed = root.path("status").asString("").matches("Failed|Canceled");
        return failed && root.has("error")
                ? Optional.of(ArmError.of(0, operation.text()))
                : Optional.empty();
    }

    /** The last answers about operations that ended, oldest first. */
    public List<WireResponse> ended() {
        return List.copyOf(operations);
    }

    /** The answer's JSON; an empty object when it is none. */
    public static JsonNode json(WireResponse answer) {
        String text = answer.text();
        return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
    }
}
