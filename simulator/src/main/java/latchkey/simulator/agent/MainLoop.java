package latchkey.simulator.agent;

import latchkey.simulator.agent.log.Diary;
import latchkey.simulator.agent.log.Level;
import latchkey.simulator.agent.log.Routine;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.wire.ExtensionsConfig;
import latchkey.simulator.wire.GoalState;
import latchkey.simulator.wire.UnreadableDocument;
import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Arrays;

/** One life of the agent's process, from its start to its end. */
final class MainLoop {
    static final int THREAD = 6;
    private static final int HEART_THREAD = 20;
    private static final Duration HEART = Duration.ofMinutes(5);
    private static final Duration LATE = Duration.ofSeconds(15);

    private final World world;
    private final GuestAgent agent;
    private final Guest guest;
    private final Diary diary;
    private final Life life;
    private final WireClient wire;
    private final WireWatch watch;
    private final StatusReporter reporter;
    private final SettingsCertificates certificates;
    private byte[] seen = new byte[0];
    private @Nullable GoalState goal;
    private @Nullable Workflow workflow;

    MainLoop(World world, GuestAgent agent) {
        this.world = world;
        this.agent = agent;
        this.guest = agent.guest();
        this.diary = agent.diary();
        this.life = new Life(world, guest);
        this.wire = new WireClient(guest);
        this.watch = new WireWatch(guest, diary, wire);
        this.reporter = new StatusReporter(agent, wire, watch);
        this.certificates = new SettingsCertificates(world, agent, wire);
    }

    StatusReporter reporter() {
        return reporter;
    }

    void start() {
        after(Duration.ofMillis(1900), this::greet);
    }

    void end() {
        if (life.isOver()) {
            return;
        }
        if (guest.isUp()) {
            diary.warn(THREAD, "WindowsAzureGuestAgent stopping.");
        }
        diary.endAll();
        life.end();
    }

    /** It hangs: what repeats ends, what was arranged is dropped. */
    void freeze() {
        diary.endAll();
        life.end();
    }

    @Known(how = How.RECORDED, source = "WaAppAgent.log of 2019, documentation of DevTest Labs")
    private void greet() {
        diary.info(THREAD, "WindowsAzureGuestAgent starting. Version " + agent.version());
        HealthReport.write(guest, agent.parts().logs());
        if (agent.isProvisioned()) {
            after(Duration.ofSeconds(2), this::ready);
        } else {
            after(Duration.ofSeconds(4), this::oobe);
        }
    }

    private void oobe() {
        diary.warn(THREAD, "Waiting for OOBE to Complete ...");
        if (agent.setup().prepared()) {
            after(
                    agent.dice().between(Duration.ofSeconds(20), Duration.ofSeconds(50)),
                    () -> {
                        agent.provisioned();
                        world.tell("agent/" + guest.computer(), "setup-completed");
                        ready();
                    });
        } else {
            neverReady();
        }
    }

    /** Setup never ends: the agent is seen running, and the role is never ready. */
    private void neverReady() {
        world.tell("agent/" + guest.computer(), "setup-never-completes");
        diary.begin(
                "oobe",
                Duration.ofMinutes(1),
                new Routine.Line(THREAD, Level.WARN, "Waiting for OOBE to Complete ..."));
        after(LATE, this::pollUnprepared);
    }

    private void pollUnprepared() {
        if (wire.goalState() instanceof Answer.Got(WireResponse response)) {
            read(response).ifPresent(state -> wire.postHealth(state, "NotReady", PROVISIONING));
        }
        after(agent.pace().report(), this::pollUnprepared);
    }

    private static final String PROVISIONING =
            "<Details><SubStatus>Provisioning</SubStatus><Description>Waiting for OOBE to"
                    + " complete</Description></Details>";

    private void ready() {
        diary.info(THREAD, "StateExecutor initialization completed.");
        diary.begin(
                "heart",
                HEART,
                new Routine.Line(HEART_THREAD, Level.HEART, "WindowsAzureGuestAgent Heartbeat."));
        poll();
    }

    private void poll() {
        diary.noteClock();
        if (guest.services().isRunning(AgentInstaller.RD_AGENT) && watch.discovers()) {
            look();
        }
        after(agent.pace().poll().plus(guest.network().hostDelay()), this::poll);
    }

    private void look() {
        switch (wire.goalState()) {
            case Answer.Got(WireResponse response) -> {
                watch.wireAnswers();
                byte[] body = response.body();
                if (!Arrays.equals(body, seen) && workflow == null) {
                    fresh(response, body);
                }
                if (goal != null) {
                    reporter.reportWhenDue(goal);
                }
            }
            case Answer.Failed failed -> watch.wireFails(failed.failure());
        }
    }

    private void fresh(WireResponse response, byte[] body) {
        GoalState state = read(response).orElse(null);
        if (state == null) {
            return;
        }
        if (wire.get(state.extensionsAddress()) instanceof Answer.Got(WireResponse document)) {
            try {
                ExtensionsConfig config = ExtensionsConfig.parse(document.text());
                keep(state, document.text());
                if (certificates.install(state, config)) {
                    seen = body;
                    begin(state, config);
                }
            } catch (UnreadableDocument e) {
                diary.error(THREAD, "Extensions config is not readable. Error: " + e.getMessage());
            }
        }
    }

    private void keep(GoalState state, String document) {
        guest.files()
                .put(
                        "C:\\WindowsAzure\\Config\\"
                                + state.containerId()
                                + "."
                                + state.instanceId()
                                + ".0.1.ExtensionConfig.xml",
                        document);
    }

    private void begin(GoalState state, ExtensionsConfig config) {
        boolean first = goal == null;
        goal = state;
        reporter.answers(config);
        if (first) {
            wire.postHealth(state, "Ready", "");
        }
        world.tell(
                "agent/" + guest.computer(),
                "goal-state-taken",
                "incarnation",
                Integer.toString(state.incarnation()));
        PackageInstaller installer = new PackageInstaller(agent, wire);
        Workflow fresh =
                new Workflow(
                        new Workflow.WorkflowSite(agent, world, life, installer),
                        state,
                        config.plugins(),
                        () -> workflow = null);
        workflow = fresh;
        fresh.start();
    }

    private java.util.Optional<GoalState> read(WireResponse response) {
        try {
            return java.util.Optional.of(GoalState.parse(response.text()));
        } catch (UnreadableDocument e) {
            watch.wireFails(new Failure("System.Xml.XmlException", "Root element is missing."));
            return java.util.Optional.empty();
        }
    }

    private void after(Duration delay, Runnable action) {
        life.after(delay, "agent", action);
    }
}
