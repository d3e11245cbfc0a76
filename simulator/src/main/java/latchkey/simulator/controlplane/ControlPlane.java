package latchkey.simulator.controlplane;

import latchkey.simulator.wire.MachineRoom;
import latchkey.simulator.wire.PlatformConditions;
import latchkey.simulator.world.World;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Azure Resource Manager with the Compute provider behind it; transport-free. */
public final class ControlPlane {
    private final Platform platform;
    private final Routes routes;

    /** A platform where nothing is wrong. */
    public ControlPlane(World world, MachineRoom room, PlatformOptions options) {
        this(world, room, options, new PlatformConditions());
    }

    /** A platform under conditions that may change at any moment. */
    public ControlPlane(
            World world, MachineRoom room, PlatformOptions options, PlatformConditions conditions) {
        this.platform = new Platform(world, room, options, conditions);
        this.routes = new Routes(platform);
    }

    /** What is wrong on the platform's side. */
    public PlatformConditions conditions() {
        return platform.conditions();
    }

    /** Who may sign in. */
    public Directory directory() {
        return platform.directory();
    }

    /**
     * The operator of a stamp adds an extension of the marketplace to it; no when the marketplace
     * has none of that name.
     */
    public boolean download(String publisher, String type) {
        return platform.catalogue().download(publisher, type);
    }

    /** The knobs it was made with. */
    public PlatformOptions options() {
        return platform.options();
    }

    /**
     * Answers one request of somebody inside the process, who needs no token; an unfinished
     * operation that is polled may move the world on.
     */
    public ArmResponse handle(ArmRequest request) {
        return handle(request, false);
    }

    /** Answers one request of somebody outside, who has to have signed in. */
    public ArmResponse handleSignedIn(ArmRequest request) {
        return handle(request, true);
    }

    private ArmResponse handle(ArmRequest request, boolean outside) {
        String requestId = platform.world().dice("requests").guid().toString();
        ArmResponse answer;
        try {
            answer = routes.answer(request, requestId, outside);
        } catch (Refusal refusal) {
            answer = Answers.of(refusal);
        }
        ArmResponse said =
                answer.header("Azure-AsyncOperation").isPresent()
                        ? Answers.waiting(answer, platform.options().timing().retryAfter())
                        : answer;
        return said.with(common(request, requestId, said));
    }

    private Map<String, String> common(ArmRequest request, String requestId, ArmResponse answer) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Cache-Control", "no-cache");
        headers.put("Pragma", "no-cache");
        headers.put("Expires", "-1");
        headers.put("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        headers.put("X-Content-Type-Options", "nosniff");
        Optional<String> own = answer.header("x-ms-request-id");
        headers.put("x-ms-request-id", own.orElse(requestId));
        headers.put("x-ms-correlation-request-id", requestId);
        headers.put(
                "x-ms-routing-request-id",
                platform.options().place().region().toUpperCase(java.util.Locale.ROOT)
                        + ":"
                        + platform.world().now().toString().replaceAll("[-:.]", "")
                        + ":"
                        + requestId);
        headers.put(
                request.method().equals("GET")
                        ? "x-ms-ratelimit-remaining-subscription-reads"
                        : "x-ms-ratelimit-remaining-subscription-writes",
                "1199");
        String client = request.headers().get("x-ms-client-request-id");
        if (client != null
                && request.headers()
                        .getOrDefault("x-ms-return-client-request-id", "")
                        .equals("true")) {
            headers.put("x-ms-client-request-id", client);
        }
        return headers;
    }
}
