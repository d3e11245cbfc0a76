package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Optional;

/** Who is asking, and whether the role lets them: A15. */
@Known(how = How.ASSUMED, source = "texts from general knowledge, not source-checked")
final class AccessControl {
    private static final String BEARER = "Bearer ";

    private final Platform platform;

    AccessControl(Platform platform) {
        this.platform = platform;
    }

    /** Who asks; only somebody outside the process needs a token. */
    Caller identify(ArmRequest request, boolean outside) throws Refusal {
        String given = request.headers().get("Authorization");
        if (given == null) {
            if (outside) {
                throw new Refusal(
                        401,
                        "AuthenticationFailed",
                        "Authentication failed. The 'Authorization' header is missing.");
            }
            return Caller.INSIDE;
        }
        Optional<Caller> holder =
                given.regionMatches(true, 0, BEARER, 0, BEARER.length())
                        ? platform.directory().holder(given.substring(BEARER.length()).strip())
                        : Optional.empty();
        if (holder.isEmpty()) {
            throw new Refusal(401, "InvalidAuthenticationToken", "The access token is invalid.");
        }
        return holder.get();
    }

    void authorize(Call call, String action) throws Refusal {
        if (action.isEmpty() || call.caller().role().allows(action)) {
            return;
        }
        String scope = call.request().path();
        throw new Refusal(
                403,
                "AuthorizationFailed",
                "The client '%s' with object id '%s' does not have authorization to perform action '%s' over scope '%s' or the scope is invalid. If access was recently granted, please refresh your credentials."
                        .formatted(call.caller().name(), call.caller().objectId(), action, scope));
    }
}
