package latchkey.simulator.server;

import latchkey.simulator.controlplane.ArmResponse;
import latchkey.simulator.controlplane.Directory;

import java.util.Optional;

/** Sends a request to whom it concerns: the world itself, sign-in, metadata, or Azure. */
final class Door {
    private final LivingWorld living;
    private final SimRoutes sim;
    private final SignInRoutes signIn = new SignInRoutes();
    private final MetadataRoutes metadata = new MetadataRoutes();

    Door(LivingWorld living, SimRoutes sim) {
        this.living = living;
        this.sim = sim;
    }

    ArmResponse answer(Asked asked, boolean fromLoopback) {
        if (isSim(asked.path())) {
            return isOurs(asked, fromLoopback)
                    ? sim.answer(asked)
                    : Said.error(403, "Forbidden", "The world answers only loopback.");
        }
        return living.answer(stage -> azure(asked, stage));
    }

    static boolean isSim(String path) {
        return path.equals("/_sim") || path.startsWith("/_sim/");
    }

    /** No web page may drive the world: browsers name their origin, and other names their host. */
    static boolean isOurs(Asked asked, boolean fromLoopback) {
        String host = asked.header("Host").replaceAll(":\\d+$", "");
        boolean named =
                host.equals("localhost") || host.equals("127.0.0.1") || host.equals("[::1]");
        return fromLoopback && named && asked.header("Origin").isEmpty();
    }

    private ArmResponse azure(Asked asked, Stage stage) {
        Directory directory = stage.plane().directory();
        Optional<ArmResponse> own = signIn.answer(asked, directory);
        if (own.isEmpty()) {
            own = metadata.answer(asked, directory.tenantId());
        }
        return own.orElseGet(() -> stage.plane().handleSignedIn(asked.arm()));
    }
}
