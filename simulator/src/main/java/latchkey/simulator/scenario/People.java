package latchkey.simulator.scenario;

import latchkey.simulator.controlplane.ArmResponse;
import latchkey.simulator.scenario.client.Arm;
import latchkey.simulator.scenario.client.ArmError;
import latchkey.simulator.scenario.client.Attempt;
import latchkey.simulator.scenario.client.Client;
import latchkey.simulator.scenario.client.Screen;
import latchkey.simulator.scenario.client.Sight;
import latchkey.simulator.scenario.language.Phrase;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The people of a story: what they ordered, what still runs, and what they saw. */
final class People {
    /**
     * What somebody wants of Azure.
     *
     * @param method in upper case
     * @param path with a query if any
     * @param body JSON; empty for none
     * @param command what is typed for it
     * @param verb what an error is headed with
     */
    record Errand(String method, String path, String body, String command, String verb) {}

    private record Running(Client client, Errand errand, Arm.Accepted operation) {}

    private final Stage stage;
    private final Arm arm;
    private final List<Running> running = new ArrayList<>();
    private final List<Attempt> done = new ArrayList<>();
    private final List<Sight> sights = new ArrayList<>();
    private final List<Sight> handed = new ArrayList<>();
    private int number;

    People(Stage stage, Arm arm) {
        this.stage = stage;
        this.arm = arm;
    }

    /** Sends it with the client of the step, and waits for its end unless the step says no. */
    void order(Phrase step, Errand errand) {
        orderAs(stage.client(step), step, errand);
    }

    /** The same with that client. */
    void orderAs(Client client, Phrase step, Errand errand) {
        Arm.Caller caller = stage.caller(step);
        Instant from = stage.world().now();
        ArmResponse answer = arm.send(caller, errand.method(), errand.path(), errand.body());
        if (!Arm.isSuccess(answer)) {
            ArmError error = ArmError.of(answer.status(), answer.body());
            show(attempt(client, errand, from, error, id(answer)));
            return;
        }
        Optional<Arm.Accepted> operation = Arm.operation(caller, from, answer);
        if (operation.isEmpty()) {
            show(attempt(client, errand, from, null, ""));
            return;
        }
        Running begun = new Running(client, errand, operation.get());
        if (step.flag("wait", true)) {
            finish(begun);
        } else {
            running.add(begun);
        }
    }

    private static String id(ArmResponse answer) {
        return answer.header("x-ms-request-id").orElse("");
    }

    /** Waits for so many of those that were begun without waiting, oldest first. */
    void await(int count) {
        List<Running> oldest = List.copyOf(running.subList(0, Math.min(count, running.size())));
        running.removeAll(oldest);
        oldest.forEach(this::finish);
    }

    /** Waits for the machine that was ordered last. */
    void awaitCreation(Phrase step) {
        Client client = stage.client(step);
        String command = Commands.create(client, stage, stage.vm(step));
        String path = stage.machinePath(stage.vm(step));
        Errand errand = new Errand("PUT", path, "", command, Commands.verb(client, "create-vm"));
        stage.creation().ifPresent(one -> finish(new Running(client, errand, one)));
    }

    private void finish(Running begun) {
        ArmResponse ended = arm.await(begun.operation());
        Instant from = begun.operation().from();
        ArmError error =
                Arm.failure(ended)
                        .or(
                                () ->
                                        Arm.isSuccess(ended)
                                                ? Optional.empty()
                                                : Optional.of(
                                                        ArmError.of(ended.status(), ended.body())))
                        .orElse(null);
        Attempt attempt =
                attempt(begun.client(), begun.errand(), from, error, begun.operation().id());
        show(attempt);
    }

    private Attempt attempt(
            Client client,
            Errand errand,
            Instant from,
            @Nullable ArmError error,
            String operation) {
        Instant to = stage.world().now();
        return new Attempt(client, errand.command(), errand.verb(), from, to, error, operation);
    }

    private void show(Attempt ended) {
        done.add(ended);
        if (ended.error() == null) {
            overcome(Screen.of(ended).file());
        } else {
            see(Screen.of(ended));
        }
    }

    /** Somebody saw something. */
    void see(Sight sight) {
        if (!sight.text().isEmpty()) {
            sights.add(sight);
            handed.add(sight);
        }
    }

    /** What was seen there before is no longer handed in: nobody shows what was overcome. */
    void overcome(String file) {
        handed.removeIf(sight -> sight.file().equals(file));
    }

    /** What is handed in with the bundle, oldest first. */
    List<Sight> handed() {
        return List.copyOf(handed);
    }

    /** The name az takes: that of a VMAccess resource that the VM reports already. */
    String nameThatAzReuses(Phrase step) {
        String path = stage.machinePath(stage.vm(step)) + "?$expand=instanceView";
        ArmResponse answer = arm.send(stage.caller(step), "GET", path, "");
        JsonNode extensions =
                Arm.json(answer).path("properties").path("instanceView").path("extensions");
        for (JsonNode extension : extensions) {
            if (extension.path("type").asString("").equals("Microsoft.Compute.VMAccessAgent")) {
                return extension.path("name").asString("enablevmaccess");
            }
        }
        return "enablevmaccess";
    }

    /** Counts what people name with numbers. */
    int nextNumber() {
        return ++number;
    }

    /** What was seen, oldest first. */
    List<Sight> sights() {
        return List.copyOf(sights);
    }

    /** The last error of any kind that somebody got. */
    Optional<ArmError> lastError() {
        return done.reversed().stream()
                .map(ended -> Optional.ofNullable(ended.error()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Answers about operations that ended. */
    List<ArmResponse> operations() {
        return arm.ended();
    }
}
