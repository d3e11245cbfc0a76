package latchkey.simulator.controlplane;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Every route there is, and the way of a request to its own. */
final class Routes {
    private static final int NEAREST = 3;

    private final Platform platform;
    private final AccessControl access;
    private final List<Route> all = new ArrayList<>();

    Routes(Platform platform) {
        this.platform = platform;
        this.access = new AccessControl(platform);
        ExtensionWork extensions = new ExtensionWork(platform);
        MachineWork machines = new MachineWork(platform);
        all.addAll(new ExtensionRoutes(platform, extensions).routes());
        all.addAll(new MachineRoutes(platform, machines).routes());
        all.addAll(new PowerRoutes(platform, machines).routes());
        all.addAll(new OperationRoutes(platform).routes());
        all.addAll(new PlainRoutes(platform, machines).routes());
        all.addAll(new CatalogueRoutes(platform).routes());
        all.addAll(new ActivityRoutes(platform).routes());
        all.addAll(new RunCommandRoutes(platform, extensions).routes());
        all.addAll(new DeploymentRoutes(platform, this).routes());
        all.addAll(new ScaleSetRoutes(platform, extensions).routes());
    }

    ArmResponse answer(ArmRequest request, String requestId, boolean outside) throws Refusal {
        Caller caller = access.identify(request, outside);
        return answer(request, requestId, caller);
    }

    /** A request within another one, by the same caller. */
    ArmResponse answerAs(ArmRequest request, Call outer) throws Refusal {
        return answer(request, outer.requestId(), outer.caller());
    }

    private ArmResponse answer(ArmRequest request, String requestId, Caller caller) throws Refusal {
        List<String> parts = Route.split(request.path());
        for (Route route : all) {
            Optional<Map<String, String>> names =
                    route.method().equals(request.method()) ? route.match(parts) : Optional.empty();
            if (names.isPresent()) {
                return answer(route, new Call(request, names.get(), caller, requestId));
            }
        }
        throw unknown(request, parts);
    }

    private ArmResponse answer(Route route, Call call) throws Refusal {
        boolean writes = !route.method().equals("GET") && !route.method().equals("HEAD");
        try {
            Versions.check(call, route.action());
            access.authorize(call, route.action());
            return route.answering().answer(call);
        } catch (Refusal refusal) {
            if (writes) {
                noted(route, call, refusal);
            }
            throw refusal;
        }
    }

    /** A refused write is seen in the activity log, and told. */
    private void noted(Route route, Call call, Refusal refusal) {
        String resource = call.request().path();
        platform.log().refused(call, route.action(), resource, refusal);
        platform.world()
                .tell(
                        "arm",
                        "request-refused",
                        "action",
                        route.action(),
                        "resource",
                        resource,
                        "code",
                        refusal.error().code(),
                        "message",
                        refusal.error().message());
    }

    private Refusal unknown(ArmRequest request, List<String> parts) {
        Comparator<Route> nearest =
                Comparator.comparingInt(
                        route ->
                                -route.nearness(parts)
                                        - (route.method().equals(request.method()) ? 1 : 0));
        String routes =
                all.stream()
                        .sorted(nearest)
                        .limit(NEAREST)
                        .map(route -> route.method() + " " + route.template())
                        .collect(Collectors.joining("; "));
        return new Refusal(
                501,
                "NotImplemented",
                "The simulator does not know %s %s. The nearest routes are: %s."
                        .formatted(request.method(), request.path(), routes));
    }
}
