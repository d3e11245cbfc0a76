package latchkey.simulator.scenario.client;

import latchkey.simulator.controlplane.ArmRequest;
import latchkey.simulator.controlplane.ArmResponse;
import latchkey.simulator.world.World;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The part of every client that speaks REST: sends requests as one principal and follows operations
 * to their end. What was answered last is kept, as a browser's console keeps it.
 */
public final class Arm {
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofHours(4);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final World world;
    private final Function<ArmRequest, ArmResponse> door;
    private final List<ArmResponse> operations = new ArrayList<>();

    /** A client of the service behind that door. */
    public Arm(World world, Function<ArmRequest, ArmResponse> door) {
        this.world = world;
        this.door = door;
    }

    /**
     * A request of somebody.
     *
     * @param token bearer token of who asks
     * @param version api-version
     */
    public record Caller(String token, String version) {}

    /** An operation that was accepted. */
    public record Accepted(Caller caller, String url, Instant from, ArmResponse first) {
        /** The operation's id, as its address ends. */
        public String id() {
            String path = url.replaceAll("\\?.*", "");
            return path.substring(path.lastIndexOf('/') + 1);
        }
    }

    /** Sends a request; the path may have a query. An empty body sends none. */
    public ArmResponse send(Caller caller, String method, String path, String body) {
        String mark = path.contains("?") ? "&" : "?";
        return call(caller, method, path + mark + "api-version=" + caller.version(), body);
    }

    private ArmResponse call(Caller caller, String method, String target, String body) {
        ArmRequest request = ArmRequest.of(method, target, body);
        return door.apply(
                caller.token().isEmpty()
                        ? request
                        : request.with("Authorization", "Bearer " + caller.token()));
    }

    /** Whether an answer is one of those for what was done or begun. */
    public static boolean isSuccess(ArmResponse answer) {
        return answer.status() / 100 == 2;
    }

    /** The operation that an answer speaks of, if it speaks of one. */
    public static Optional<Accepted> operation(Caller caller, Instant from, ArmResponse answer) {
        return answer.header("Azure-AsyncOperation")
                .or(() -> answer.header("Location"))
                .map(url -> new Accepted(caller, target(url), from, answer));
    }

    /** The address without its scheme and host. */
    private static String target(String url) {
        URI address = URI.create(url);
        String query = address.getRawQuery();
        return address.getRawPath() + (query == null ? "" : "?" + query);
    }

    /** What the operation says of itself now. */
    public ArmResponse look(Accepted operation) {
        return call(operation.caller(), "GET", operation.url(), "");
    }

    /** Asks again and again until the operation has ended; its end is kept. */
    public ArmResponse await(Accepted operation) {
        ArmResponse answer = awaitQuietly(operation);
        operations.add(answer);
        return answer;
    }

    /** The same, and nobody keeps it. */
    public ArmResponse awaitQuietly(Accepted operation) {
        Instant end = world.now().plus(PATIENCE);
        ArmResponse answer = look(operation);
        while (isRunning(answer) && world.now().isBefore(end)) {
            world.advance(PAUSE);
            answer = look(operation);
        }
        return answer;
    }

    private static boolean isRunning(ArmResponse answer) {
        String status = json(answer).path("status").asString("");
        return answer.status() == 202 || status.equals("InProgress") || status.equals("Running");
    }

    /** The error of an operation that failed. */
    public static Optional<ArmError> failure(ArmResponse operation) {
        JsonNode root = json(operation);
        boolean failed = root.path("status").asString("").matches("Failed|Canceled");
        return failed && root.has("error")
                ? Optional.of(ArmError.of(0, operation.body()))
                : Optional.empty();
    }

    /** The last answers about operations that ended, oldest first. */
    public List<ArmResponse> ended() {
        return List.copyOf(operations);
    }

    /** The answer's JSON; an empty object when it is none. */
    public static JsonNode json(ArmResponse answer) {
        String text = answer.body();
        return text.isBlank() ? JSON.createObjectNode() : JSON.readTree(text);
    }
}
