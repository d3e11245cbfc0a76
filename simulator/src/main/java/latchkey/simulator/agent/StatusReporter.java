package latchkey.simulator.agent;

import latchkey.simulator.agent.log.HeaderForm;
import latchkey.simulator.agent.log.Level;
import latchkey.simulator.agent.log.Routine;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.wire.ExtensionsConfig;
import latchkey.simulator.wire.GoalState;
import latchkey.simulator.wire.HandlerStatus;
import latchkey.simulator.wire.StatusBlob;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** Sends upward what agent and handlers have to say: at once when it changed, else now and then. */
final class StatusReporter {
    private static final String ROUTINE = "status";
    private static final String MARK = Instant.EPOCH.toString();

    private final GuestAgent agent;
    private final Guest guest;
    private final WireClient wire;
    private final WireWatch watch;
    private String blob = "";
    private int serviceNumber;
    private boolean changed = true;
    private Instant sentAt = Instant.MIN;
    private String content = "";
    private int sent;

    StatusReporter(GuestAgent agent, WireClient wire, WireWatch watch) {
        this.agent = agent;
        this.guest = agent.guest();
        this.wire = wire;
        this.watch = watch;
    }

    void answers(ExtensionsConfig config) {
        blob = config.statusBlob();
        serviceNumber = config.serviceNumber();
        changed = true;
    }

    void changed() {
        changed = true;
    }

    void reportWhenDue(GoalState goal) {
        Instant now = guest.clock();
        Duration age = sentAt.equals(Instant.MIN) ? null : Duration.between(sentAt, now);
        boolean due = age == null || age.isNegative() || age.compareTo(agent.pace().report()) >= 0;
        if ((changed || due || speaks()) && !blob.isEmpty()) {
            report(goal, now);
        }
    }

    /** Whether a handler wrote something new. */
    private boolean speaks() {
        boolean news = false;
        for (HandlerSlot slot : agent.slots()) {
            news |= slot.looksAgain();
        }
        return news;
    }

    private void report(GoalState goal, Instant now) {
        if (speaks() || changed || content.isEmpty()) {
            content = compose();
            changed = false;
        }
        String json = content.replace(MARK, now.truncatedTo(ChronoUnit.SECONDS).toString());
        sentAt = now;
        if (send(goal, json)) {
            agent.parts().logs().keepStatus(now, json);
        }
        if (++sent % 10 == 1) {
            watch.looksAtPlugin();
        }
        if (AgentUpdate.isDue(guest)) {
            agent.update();
        }
    }

    @Known(how = How.SPECIFIED, source = "WALinuxAgent: direct upload, then HostGAPlugin")
    private boolean send(GoalState goal, String json) {
        Answer direct = wire.putStatus(blob, json);
        Answer last =
                direct instanceof Answer.Got ? direct : wire.putStatusThroughHost(goal, blob, json);
        if (last instanceof Answer.Failed && direct instanceof Answer.Failed failed) {
            agent.diary()
                    .begin(
                            ROUTINE,
                            agent.pace().report(),
                            new Routine.Line(
                                    5,
                                    Level.WARN,
                                    "Failed to upload the status blob. Exception: "
                                            + failed.failure().full()));
            return false;
        }
        agent.diary().end(ROUTINE);
        return true;
    }

    private String compose() {
        List<HandlerStatus> handlers = new ArrayList<>();
        for (HandlerSlot slot : agent.slots()) {
            handlers.add(slot.report());
        }
        StatusBlob status =
                new StatusBlob(
                        Instant.EPOCH,
                        new StatusBlob.Agent(agent.version(), "Ready", words()),
                        handlers,
                        new StatusBlob.Os(
                                guest.computer(),
                                guest.spec().release().title(),
                                guest.spec().release().version()),
                        serviceNumber);
        return status.toJson();
    }

    @Known(how = How.RECORDED, source = "instance views of public reports, old and new")
    private String words() {
        HeaderForm form = agent.setup().form();
        boolean old = form == HeaderForm.A0 || form == HeaderForm.A;
        return old
                ? "GuestAgent is running and accepting new configurations."
                : "GuestAgent is running and processing the extensions.";
    }
}
