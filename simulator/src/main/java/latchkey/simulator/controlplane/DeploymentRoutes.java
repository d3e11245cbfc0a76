package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Optional;

/** Template deployments. */
@Known(
        how = How.RECORDED,
        source = "wrapped errors of public reports; shapes from general knowledge")
final class DeploymentRoutes {
    private static final String ONE =
            Route.GROUP + "/providers/Microsoft.Resources/deployments/{deployment}";
    private static final String ACTION = "Microsoft.Resources/deployments/";

    private final Platform platform;
    private final Deployer deployer;

    DeploymentRoutes(Platform platform, Routes routes) {
        this.platform = platform;
        this.deployer = new Deployer(platform, routes);
    }

    List<Route> routes() {
        return List.of(
                new Route("PUT", ONE, ACTION + "write", this::put),
                new Route("GET", ONE, ACTION + "read", this::get),
                new Route("POST", ONE + "/validate", ACTION + "validate/action", this::validate),
                new Route(
                        "GET",
                        ONE + "/operationStatuses/{operation}",
                        ACTION + "read",
                        this::poll));
    }

    private ArmResponse put(Call call) throws Refusal {
        ResourceGroup group = platform.estate().group(call);
        Template template = Template.read(call, group);
        boolean isNew = group.deployment(call.name("deployment")).isEmpty();
        Deployment deployment =
                new Deployment(
                        group.id()
                                + "/providers/Microsoft.Resources/deployments/"
                                + call.name("deployment"),
                        call.name("deployment"),
                        platform.world().now());
        group.add(deployment);
        Operation operation = deployer.deploy(deployment, template, call);
        ArmResponse first = Answers.json(isNew ? 201 : 200, deployment.toJson());
        String address =
                "%s%s/operationStatuses/%s?api-version=%s"
                        .formatted(
                                call.origin(), deployment.id(), operation.id(), call.apiVersion());
        return first.with(java.util.Map.of("Azure-AsyncOperation", address));
    }

    private ArmResponse validate(Call call) throws Refusal {
        Template.read(call, platform.estate().group(call));
        ObjectNode node = Json.object();
        node.putObject("properties").put("provisioningState", "Succeeded");
        return Answers.ok(node);
    }

    private ArmResponse get(Call call) throws Refusal {
        ResourceGroup group = platform.estate().group(call);
        Optional<Deployment> deployment = group.deployment(call.name("deployment"));
        if (deployment.isEmpty()) {
            throw new Refusal(
                    404,
                    "DeploymentNotFound",
                    "Deployment '%s' could not be found.".formatted(call.name("deployment")));
        }
        return Answers.ok(deployment.get().toJson());
    }

    private ArmResponse poll(Call call) throws Refusal {
        String id = call.name("operation");
        Operation operation =
                platform.operations()
                        .find(id)
                        .orElseThrow(
                                () -> new Refusal(404, "NotFound", "There is no operation " + id));
        java.time.Duration step = platform.options().timing().pollStep();
        if (step.isPositive()) {
            platform.world().advanceUntil(operation::isDone, step);
        }
        ObjectNode node =
                Json.object().put("status", operation.isDone() ? operation.word() : "Running");
        ArmError error = operation.error();
        if (error != null) {
            node.set("error", error.toJson());
        }
        return operation.isDone()
                ? Answers.ok(node)
                : Answers.waiting(Answers.ok(node), platform.options().timing().retryAfter());
    }
}
