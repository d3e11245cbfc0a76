package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.node.ObjectNode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;

/** Deploys a template's resources one after another, each by its own PUT. */
@Known(
        how = How.RECORDED,
        source = "public reports: DeploymentFailed, Conflict, ResourceDeploymentFailure")
final class Deployer {
    private final Platform platform;
    private final Routes routes;

    Deployer(Platform platform, Routes routes) {
        this.platform = platform;
        this.routes = routes;
    }

    Operation deploy(Deployment deployment, Template template, Call call) {
        Operation operation =
                platform.operations()
                        .begin(
                                new Operation.Subject(
                                        "Microsoft.Resources/deployments/write",
                                        "deploy",
                                        deployment.id(),
                                        deployment.name()),
                                call);
        Deque<ObjectNode> left = new ArrayDeque<>(template.resources());
        platform.world()
                .after(
                        java.time.Duration.ofSeconds(2),
                        "a deployment begins",
                        () -> next(new Run(deployment, operation, left, call)));
        return operation;
    }

    private record Run(
            Deployment deployment, Operation operation, Deque<ObjectNode> left, Call call) {}

    private void next(Run run) {
        ObjectNode resource = run.left().poll();
        if (resource == null) {
            end(run, null);
            return;
        }
        Call call = run.call();
        try {
            ArmResponse answer =
                    routes.answerAs(
                            new ArmRequest(
                                    "PUT",
                                    path(resource, call),
                                    Map.of("api-version", resource.path("apiVersion").asString("")),
                                    call.request().headers(),
                                    body(resource)),
                            call);
            String id = answer.header("x-ms-request-id").orElse("");
            Operation made = platform.operations().find(id).orElse(null);
            if (made == null) {
                next(run);
            } else {
                made.whenDone(() -> resourceDone(run, made));
            }
        } catch (Refusal refusal) {
            end(run, failed(refusal.error(), refusal.status()));
        }
    }

    private void resourceDone(Run run, Operation made) {
        ArmError error = made.error();
        if (error == null) {
            next(run);
            return;
        }
        ObjectNode inner = Json.object().put("status", "Failed");
        inner.set(
                "error",
                ArmError.of(
                                "ResourceDeploymentFailure",
                                "The resource operation completed with terminal provisioning state"
                                        + " 'Failed'.")
                        .holding(error)
                        .toJson());
        end(run, wrapped(ArmError.of("Conflict", Json.text(inner))));
    }

    private static ArmError failed(ArmError error, int status) {
        boolean conflict = status == 409;
        return wrapped(
                conflict
                        ? ArmError.of("Conflict", Json.text(error.envelope()))
                        : ArmError.of(
                                status == 404 ? "NotFound" : "BadRequest",
                                Json.text(error.envelope())));
    }

    private static ArmError wrapped(ArmError detail) {
        return ArmError.of(
                        "DeploymentFailed",
                        "At least one resource deployment operation failed. Please list deployment"
                                + " operations for details. Please see"
                                + " https://aka.ms/arm-deployment-operations for usage details.")
                .holding(detail);
    }

    private void end(Run run, @Nullable ArmError error) {
        Runnable effect = () -> run.deployment().end(error);
        if (error == null) {
            platform.operations().succeed(run.operation(), effect);
        } else {
            platform.operations().fail(run.operation(), error, effect);
        }
    }

    /** {@code a/b} of type {@code N/x/y} lies at {@code providers/N/x/a/y/b}. */
    private static String path(ObjectNode resource, Call call) {
        String[] types = resource.path("type").asString("").split("/");
        String[] names = resource.path("name").asString("").split("/");
        StringBuilder path = new StringBuilder("/subscriptions/");
        path.append(call.name("subscription"))
                .append("/resourceGroups/")
                .append(call.name("group"));
        path.append("/providers/").append(types[0]);
        for (int i = 1; i < types.length; i++) {
            path.append('/').append(types[i]);
            path.append('/').append(i <= names.length ? names[i - 1] : "");
        }
        return path.toString();
    }

    private static String body(ObjectNode resource) {
        ObjectNode body = resource.deepCopy();
        for (String ours :
                new String[] {"type", "name", "apiVersion", "dependsOn", "condition", "comments"}) {
            body.remove(ours);
        }
        return Json.text(body);
    }
}
