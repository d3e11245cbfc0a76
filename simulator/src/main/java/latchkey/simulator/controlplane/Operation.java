package latchkey.simulator.controlplane;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A long-running operation: begun once, ended once. */
final class Operation {
    /** How it stands. */
    enum Status {
        IN_PROGRESS("InProgress"),
        SUCCEEDED("Succeeded"),
        FAILED("Failed");

        private final String word;

        Status(String word) {
            this.word = word;
        }
    }

    /**
     * What it is.
     *
     * @param action as role checks name it, such as {@code virtualMachines/extensions/write}
     * @param verb as conflicts name it, such as {@code start}
     * @param resourceId what it is done to
     * @param machine name of the machine concerned
     */
    record Subject(String action, String verb, String resourceId, String machine) {}

    private final String id;
    private final Subject subject;
    private final Instant start;
    private Status status = Status.IN_PROGRESS;
    private @Nullable Instant end;
    private @Nullable ArmError error;
    private @Nullable JsonNode output;
    private final List<Runnable> followers = new ArrayList<>();

    Operation(String id, Subject subject, Instant start) {
        this.id = id;
        this.subject = subject;
        this.start = start;
    }

    String id() {
        return id;
    }

    Subject subject() {
        return subject;
    }

    Instant start() {
        return start;
    }

    @Nullable Instant end() {
        return end;
    }

    @Nullable ArmError error() {
        return error;
    }

    boolean isDone() {
        return status != Status.IN_PROGRESS;
    }

    boolean hasSucceeded() {
        return status == Status.SUCCEEDED;
    }

    String word() {
        return status.word;
    }

    /** What a POST leads to, such as a script's output. */
    void output(JsonNode result) {
        output = result;
    }

    @Nullable JsonNode output() {
        return output;
    }

    void end(Instant at, @Nullable ArmError failure) {
        end = at;
        error = failure;
        status = failure == null ? Status.SUCCEEDED : Status.FAILED;
        followers.forEach(Runnable::run);
    }

    /** Lets something follow its end. */
    void whenDone(Runnable follower) {
        followers.add(follower);
    }

    ObjectNode toJson() {
        ObjectNode node = Json.object();
        node.put("startTime", Json.time(start));
        if (end != null) {
            node.put("endTime", Json.time(end));
        }
        node.put("status", status.word);
        if (error != null) {
            node.set("error", error.toJson());
        }
        if (output != null) {
            node.putObject("properties").set("output", output);
        }
        return node.put("name", id);
    }
}
