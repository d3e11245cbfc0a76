package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Polls of long-running operations: E16. */
@Known(
        how = How.RECORDED,
        source = "az recording test_vm_extension.yaml; a failed body of a public report")
final class OperationRoutes {
    private static final String ONE =
            "/subscriptions/{subscription}/providers/Microsoft.Compute/locations/{location}/operations/{operation}";

    private final Platform platform;

    OperationRoutes(Platform platform) {
        this.platform = platform;
    }

    List<Route> routes() {
        return List.of(
                new Route("GET", ONE, "Microsoft.Compute/locations/operations/read", this::poll));
    }

    private ArmResponse poll(Call call) throws Refusal {
        platform.estate().subscription(call);
        String id = call.name("operation");
        Operation operation =
                platform.operations()
                        .find(id)
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                404,
                                                "NotFound",
                                                "The operation '" + id + "' could not be found."));
        moveOn(operation);
        boolean monitor = call.isTrue("monitor");
        return monitor ? monitored(operation, call) : status(operation);
    }

    /** In a world whose clock stands still, a poll lets happen what happens next. */
    private void moveOn(Operation operation) {
        Duration step = platform.options().timing().pollStep();
        if (step.isPositive()) {
            platform.world().advanceUntil(operation::isDone, step);
        }
    }

    private ArmResponse status(Operation operation) {
        ArmResponse answer = Answers.ok(operation.toJson());
        return operation.isDone()
                ? answer
                : Answers.waiting(answer, platform.options().timing().retryAfter());
    }

    private ArmResponse monitored(Operation operation, Call call) {
        if (!operation.isDone()) {
            String here = call.origin() + call.request().path() + "?" + query(call);
            return Answers.waiting(
                    new ArmResponse(202, Map.of("Location", here), ""),
                    platform.options().timing().retryAfter());
        }
        ArmError error = operation.error();
        if (error != null) {
            return Answers.json(409, error.envelope());
        }
        return operation.output() == null ? Answers.empty(200) : Answers.ok(operation.output());
    }

    private static String query(Call call) {
        StringBuilder query = new StringBuilder();
        call.request()
                .query()
                .forEach(
                        (name, value) ->
                                query.append(query.isEmpty() ? "" : "&")
                                        .append(name)
                                        .append('=')
                                        .append(value));
        return query.toString();
    }
}
