package latchkey.simulator.server;

import latchkey.simulator.controlplane.ArmRequest;
import latchkey.simulator.controlplane.ArmResponse;
import latchkey.simulator.world.WorldExhausted;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** {@code /_sim}: what is no Azure, but the world itself. */
final class SimRoutes {
    /** A world is moved by a year at most at once. */
    private static final Duration FARTHEST = Duration.ofDays(366);

    private final LivingWorld living;
    private final Runnable onChange;

    SimRoutes(LivingWorld living, Runnable onChange) {
        this.living = living;
        this.onChange = onChange;
    }

    ArmResponse answer(Asked asked) {
        String path = asked.path().substring("/_sim".length()).replaceAll("/+$", "");
        try {
            if (path.startsWith("/faults/") && asked.method().equals("DELETE")) {
                return endFault(path.substring("/faults/".length()));
            }
            return switch (asked.method() + " " + path) {
                case "GET /health" -> Said.json(200, Said.object().put("status", "ok"));
                case "GET /ready" -> Said.json(200, Said.object().put("ready", true));
                case "GET /state" -> Said.json(200, living.with(this::state));
                case "POST /reset" -> reset(body(asked));
                case "POST /advance" -> advance(body(asked));
                case "POST /faults" -> beginFault(body(asked));
                default ->
                        Said.error(
                                404,
                                "NotFound",
                                "There are GET health, ready, state, events, bundle?vm=NAME; POST"
                                        + " reset, advance, faults; DELETE faults/{id}.");
            };
        } catch (JacksonException e) {
            return Said.error(400, "InvalidRequestContent", "The body is no JSON object.");
        } catch (UnknownFault | UnknownScenario e) {
            return Said.error(404, "NotFound", "" + e.getMessage());
        }
    }

    private static JsonNode body(Asked asked) {
        return asked.arm().body().isBlank()
                ? Said.object()
                : Said.JSON.readTree(asked.arm().body());
    }

    private ArmResponse reset(JsonNode body) throws UnknownScenario {
        ServeOptions old = living.options();
        String scenario = body.path("scenario").asString("");
        living.reset(
                new ServeOptions(
                        old.port(),
                        old.adminPort(),
                        old.directory(),
                        old.realTime(),
                        body.path("seed").asLong(old.seed()),
                        body.has("scenario")
                                ? Optional.of(scenario).filter(name -> !name.isBlank())
                                : old.scenario()));
        onChange.run();
        return Said.json(200, living.with(this::state));
    }

    private ArmResponse advance(JsonNode body) {
        try {
            Duration by = Duration.parse(body.path("by").asString(""));
            if (by.isNegative() || by.compareTo(FARTHEST) > 0) {
                return Said.error(400, "InvalidParameter", "'by' is from PT0S to P366D.");
            }
            living.advance(by);
            return Said.json(200, living.with(this::state));
        } catch (DateTimeException e) {
            return Said.error(
                    400, "InvalidParameter", "'by' is an ISO-8601 duration such as PT90M.");
        } catch (WorldExhausted e) {
            return Said.error(503, "WorldExhausted", "The simulated world has reached its limit.");
        }
    }

    private ArmResponse beginFault(JsonNode body) throws UnknownFault {
        String id = body.path("id").asString("");
        Optional<UnknownFault> problem =
                living.with(
                        stage -> {
                            try {
                                stage.beginFault(id, body);
                                return Optional.empty();
                            } catch (UnknownFault e) {
                                return Optional.of(e);
                            }
                        });
        if (problem.isPresent()) {
            throw problem.get();
        }
        return Said.json(201, living.with(this::state));
    }

    private ArmResponse endFault(String id) {
        boolean ended = living.with(stage -> stage.endFault(id));
        return ended
                ? Said.json(200, living.with(this::state))
                : Said.error(404, "NotFound", "No fault '" + id + "' is in force.");
    }

    ObjectNode state(Stage stage) {
        ObjectNode node = Said.object();
        node.put("now", stage.world().now().toString());
        node.put("clock", living.options().realTime() ? "real-time" : "standing");
        node.put("seed", living.options().seed());
        node.put("scenario", living.options().scenario().orElse(null));
        node.put("happenings", stage.world().chronicle().told());
        node.set("vms", machines(stage));
        stage.faults().forEach(node.putArray("faults")::add);
        return node;
    }

    /** Machines as {@code endpoints.json} lists them, with their state. */
    static JsonNode machines(Stage stage) {
        ArrayNode list = Said.array();
        String subscription = stage.plane().options().place().subscriptionId();
        ArmResponse all =
                stage.plane()
                        .handle(
                                ArmRequest.of(
                                        "GET",
                                        "/subscriptions/"
                                                + subscription
                                                + "/providers/Microsoft.Compute/virtualMachines?api-version=2024-11-01&statusOnly=true",
                                        ""));
        Map<String, Integer> consoles = stage.consoles();
        for (JsonNode machine : Said.JSON.readTree(all.body()).path("value")) {
            String name = machine.path("name").stringValue();
            ObjectNode entry = list.addObject();
            entry.put("name", name).put("resourceId", machine.path("id").stringValue());
            entry.put("vnc", consoles.get(name));
            JsonNode view = machine.at("/properties/instanceView");
            for (JsonNode status : view.path("statuses")) {
                String code = status.path("code").asString("");
                if (code.startsWith("PowerState/")) {
                    entry.put("power", code.substring("PowerState/".length()));
                }
            }
            entry.put(
                    "provisioningState", machine.at("/properties/provisioningState").asString(""));
            entry.put("agent", view.at("/vmAgent/statuses/0/displayStatus").asString(""));
        }
        return list;
    }
}
