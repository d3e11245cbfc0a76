package latchkey.simulator.controlplane;

import java.util.List;

/** The activity log, as far as people look for a failed operation's message in it. */
final class ActivityRoutes {
    private final Platform platform;

    ActivityRoutes(Platform platform) {
        this.platform = platform;
    }

    List<Route> routes() {
        return List.of(
                new Route(
                        "GET",
                        "/subscriptions/{subscription}/providers/Microsoft.Insights/eventtypes/management/values",
                        "Microsoft.Insights/eventtypes/values/Read",
                        this::values));
    }

    private ArmResponse values(Call call) throws Refusal {
        platform.estate().subscription(call);
        String filter = call.query("$filter");
        return Answers.ok(
                Json.list(
                        platform.log()
                                .matching(ActivityFilter.parse(filter == null ? "" : filter))));
    }
}
