package latchkey.simulator.server;

import latchkey.simulator.controlplane.ArmResponse;
import latchkey.simulator.controlplane.Directory.Login;
import latchkey.simulator.controlplane.Role;
import latchkey.simulator.world.Dice;
import latchkey.simulator.world.RealTime;
import latchkey.simulator.world.WorldExhausted;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/** The stage being served, and the one lock around every use of it. */
final class LivingWorld {
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private final Stage.Opener opener;
    private final Login user;
    private final Login operator;
    private Stage stage;
    private ServeOptions options;
    private @Nullable RealTime clock;
    private long resets;

    /** How far a world was ahead of the wall's clock when it began, and was moved since. */
    private Duration lead = Duration.ZERO;

    LivingWorld(ServeOptions options, Stage.Opener opener) throws UnknownScenario {
        this.opener = opener;
        this.options = options;
        Dice dice = Dice.fixed("logins/" + options.seed());
        this.user = login(dice, "user", Role.CONTRIBUTOR);
        this.operator = login(dice, "operator", Role.OWNER);
        this.stage = open(options);
    }

    private static Login login(Dice dice, String name, Role role) {
        return new Login(
                dice.guid().toString(),
                dice.hex(16) + "~A",
                name + "@latchkey.example",
                dice.hex(8) + "-A!",
                dice.guid().toString(),
                role);
    }

    private Stage open(ServeOptions wanted) throws UnknownScenario {
        Stage opened = opener.open(wanted);
        opened.plane().directory().add(user);
        opened.plane().directory().add(operator);
        clock = wanted.realTime() ? RealTime.begin() : null;
        lead = Duration.between(opened.world().start(), opened.world().now());
        return opened;
    }

    Login user() {
        return user;
    }

    Login operator() {
        return operator;
    }

    /** Options of the world now played. */
    ServeOptions options() {
        return options;
    }

    /** How often it began anew. */
    long resets() {
        return resets;
    }

    /** Begins anew; the old world is dropped. */
    void reset(ServeOptions next) throws UnknownScenario {
        lock.lock();
        try {
            stage = open(next);
            options = next;
            resets++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Uses the stage alone; a clock that follows the wall's is set first. */
    <T> T with(Function<Stage, T> use) {
        lock.lock();
        try {
            keepUp();
            T result = use.apply(stage);
            changed.signalAll();
            return result;
        } finally {
            lock.unlock();
        }
    }

    /** The same for those who only look, and need wake nobody. */
    <T> T look(Function<Stage, T> use) {
        lock.lock();
        try {
            keepUp();
            return use.apply(stage);
        } finally {
            lock.unlock();
        }
    }

    /** The same for requests: a world at its end says so. */
    ArmResponse answer(Function<Stage, ArmResponse> use) {
        try {
            return with(use);
        } catch (WorldExhausted e) {
            return Said.error(
                    503,
                    "WorldExhausted",
                    "The simulated world has reached its limit; POST /_sim/reset begins a new"
                            + " one.");
        }
    }

    /** The evidence of a machine. */
    Optional<byte[]> bundle(String machine) throws IOException {
        lock.lock();
        try {
            keepUp();
            return stage.bundle(machine);
        } finally {
            lock.unlock();
        }
    }

    /** Waits for something to happen, at most so long. */
    void awaitChange(Duration atMost) throws InterruptedException {
        lock.lock();
        try {
            changed.await(atMost.toMillis(), TimeUnit.MILLISECONDS);
            keepUp();
        } finally {
            lock.unlock();
        }
    }

    private void keepUp() {
        if (clock != null) {
            stage.world().advanceTo(stage.world().start().plus(lead).plus(clock.elapsed()));
        }
    }

    void advance(Duration by) {
        with(
                now -> {
                    now.world().advance(by);
                    lead = clock == null ? lead : lead.plus(by);
                    return now;
                });
    }
}
