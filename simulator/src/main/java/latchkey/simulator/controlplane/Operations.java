package latchkey.simulator.controlplane;

import latchkey.simulator.wire.PlatformConditions;
import latchkey.simulator.wire.PlatformConditions.Trouble;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The store of long-running operations. */
final class Operations {
    /** Kept for a day of the world; a poll of an older one is answered 404. */
    @Known(how = How.ASSUMED, source = "simulator.md 1.6")
    private static final Duration RETENTION = Duration.ofHours(24);

    private static final Duration HELD = Duration.ofSeconds(30);

    private static final ArmError PREEMPTED =
            ArmError.of(
                    "OperationPreempted",
                    "Operation execution has been preempted by a more recent operation.");

    private final World world;
    private final PlatformConditions conditions;
    private final ActivityLog log;
    private final Map<String, Operation> all = new LinkedHashMap<>();

    Operations(World world, PlatformConditions conditions, ActivityLog log) {
        this.world = world;
        this.conditions = conditions;
        this.log = log;
    }

    /** Begins one for a caller's request. */
    Operation begin(Operation.Subject subject, Call call) {
        forgetOld();
        Operation operation =
                new Operation(world.dice("operations").guid().toString(), subject, world.now());
        all.put(operation.id(), operation);
        log.started(operation, call);
        world.tell(
                "crp/" + subject.machine(),
                "operation-began",
                "action",
                subject.action(),
                "resource",
                subject.resourceId(),
                "operation",
                operation.id());
        return operation;
    }

    Optional<Operation> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    /** Ends it well, with what follows from that; later, when something holds it open. */
    void succeed(Operation operation, Runnable effect) {
        end(operation, null, effect);
    }

    /** Ends it badly, with what follows from that; later, when something holds it open. */
    void fail(Operation operation, ArmError error, Runnable effect) {
        end(operation, error, effect);
    }

    /** A more recent one takes its place at once. */
    void preempt(@Nullable Operation operation) {
        if (operation != null && !operation.isDone()) {
            close(operation, PREEMPTED);
        }
    }

    private void end(Operation operation, @Nullable ArmError error, Runnable effect) {
        if (operation.isDone()) {
            return;
        }
        if (conditions.holds(Trouble.OPERATION_HELD_OPEN, operation.subject().machine())) {
            world.after(HELD, "an operation is held open", () -> end(operation, error, effect));
            return;
        }
        effect.run();
        close(operation, error);
    }

    private void close(Operation operation, @Nullable ArmError error) {
        operation.end(world.now(), error);
        log.ended(operation);
        world.tell(
                "crp/" + operation.subject().machine(),
                error == null ? "operation-succeeded" : "operation-failed",
                "action",
                operation.subject().action(),
                "resource",
                operation.subject().resourceId(),
                "code",
                error == null ? "" : error.code(),
                "message",
                error == null ? "" : error.message());
    }

    private void forgetOld() {
        all.values()
                .removeIf(
                        old -> {
                            java.time.Instant end = old.end();
                            return end != null && end.plus(RETENTION).isBefore(world.now());
                        });
    }
}
