package latchkey.simulator.agent;

import latchkey.simulator.agent.log.Diary;
import latchkey.simulator.agent.log.Level;
import latchkey.simulator.agent.log.Routine;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.wire.CertificateFile;
import latchkey.simulator.wire.ExtensionsConfig;
import latchkey.simulator.wire.GoalState;
import latchkey.simulator.wire.Keys;
import latchkey.simulator.wire.PluginGoal;
import latchkey.simulator.wire.UnreadableDocument;
import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The certificates that settings are sealed for, and the agent's own one they travel under. */
@Known(how = How.RECORDED, source = "windows-azure-guest-agent: RdCrypt, error 86; log of 2019")
final class SettingsCertificates {
    private static final int THREAD = 4;
    private static final Duration PERIOD = Duration.ofSeconds(15);
    private static final String ROUTINE = "certificates";
    private static final String CRYPTO = "C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys";
    private static final Pattern THUMBPRINT =
            Pattern.compile("\"protectedSettingsCertThumbprint\"\\s*:\\s*\"([0-9A-Fa-f]+)\"");

    private final World world;
    private final GuestAgent agent;
    private final Guest guest;
    private final WireClient wire;
    private final Diary diary;
    private final Set<String> installed = new TreeSet<>();
    private @Nullable Keys transport;
    private int incarnation = -1;
    private List<PluginGoal> plugins = List.of();

    SettingsCertificates(World world, GuestAgent agent, WireClient wire) {
        this.world = world;
        this.agent = agent;
        this.guest = agent.guest();
        this.wire = wire;
        this.diary = agent.diary();
    }

    /** Makes sure that what this goal state is sealed with is there; false: try again later. */
    boolean install(GoalState goal, ExtensionsConfig config) {
        if (!keysAreIsolated(goal)) {
            return false;
        }
        Optional<Keys> own = transport(goal);
        if (own.isEmpty()) {
            return false;
        }
        Set<String> needed = thumbprints(config);
        boolean wanted = !needed.isEmpty() && isWanted(goal, config, needed);
        boolean done = !wanted || fetch(goal, own.get());
        if (done) {
            diary.end(ROUTINE);
            incarnation = goal.incarnation();
            plugins = config.plugins();
        }
        return done;
    }

    /** A change of extensions alone brings no certificates anew. */
    @Known(how = How.INFERRED, source = "FastTrack goal states carry no certificates")
    private boolean isWanted(GoalState goal, ExtensionsConfig config, Set<String> needed) {
        if (guest.files().isDenied(CRYPTO)) {
            return true;
        }
        if (goal.incarnation() != incarnation && config.plugins().equals(plugins)) {
            return true;
        }
        return !installed.containsAll(needed);
    }

    private static Set<String> thumbprints(ExtensionsConfig config) {
        Set<String> found = new TreeSet<>();
        for (PluginGoal plugin : config.plugins()) {
            Matcher matcher = THUMBPRINT.matcher(plugin.settings().json());
            while (matcher.find()) {
                found.add(matcher.group(1).toUpperCase(java.util.Locale.ROOT));
            }
        }
        return found;
    }

    private boolean keysAreIsolated(GoalState goal) {
        if (!guest.services().isRunning("KeyIso")) {
            complain(
                    goal,
                    line(Level.ERROR, "RdCrypt Initialization failed. Error Code: -2147023143."),
                    line(
                            Level.ERROR,
                            "Failed to get TransportCertificate. Error:"
                                + " System.AccessViolationException\r\n"
                                + "Microsoft.Cis.Fabric.CertificateServices.RdCertificateFactory"
                                + ".Shutdown()"));
            return false;
        }
        return true;
    }

    private Optional<Keys> transport(GoalState goal) {
        String subject = "CN=" + goal.containerId();
        Keys known = transport;
        if (known != null && guest.certificates().canDecrypt(known.thumbprint())) {
            return Optional.of(known);
        }
        if (guest.files().isDenied(CRYPTO)) {
            complain(
                    goal,
                    line(
                            Level.ERROR,
                            "Self-signed Certificate Generation failed. Error Code: -2146893808."));
            return Optional.empty();
        }
        Keys fresh = Keys.make(subject, subject, guest.clock(), agent.dice());
        guest.certificates().add(fresh);
        transport = fresh;
        return Optional.of(fresh);
    }

    private void complain(GoalState goal, Routine.Line... first) {
        Routine.Line[] lines = java.util.Arrays.copyOf(first, first.length + 2);
        lines[first.length] =
                line(
                        Level.WARN,
                        "Could not get transport certificate from agent runtime for subject name: "
                                + goal.containerId()
                                + ". Installing certificates in the LocalMachine store failed.");
        lines[first.length + 1] =
                line(
                        Level.WARN,
                        "Fetching certificate blob from the cert URI: "
                                + goal.certificatesAddress()
                                + " failed with exception: System.NullReferenceException");
        diary.begin(ROUTINE, PERIOD, lines);
    }

    private static Routine.Line line(Level level, String text) {
        return new Routine.Line(THREAD, level, text);
    }

    private boolean fetch(GoalState goal, Keys keys) {
        if (!(wire.certificates(goal, keys.certificate())
                instanceof Answer.Got(WireResponse response))) {
            return false;
        }
        if (guest.files().isDenied(CRYPTO)) {
            diary.begin(
                    ROUTINE,
                    PERIOD,
                    line(
                            Level.ERROR,
                            "Installing certificates in the LocalMachine store failed with"
                                + " exception:"
                                + " Microsoft.WindowsAzure.GuestAgent.CertificateManager.CryptographyNative+PInvokeException:"
                                + " PInvoke PFXImportCertStore failed and null handle is returned."
                                + " Error Code: 86."));
            return false;
        }
        try {
            Optional<Keys> opened = CertificateFile.parse(response.text()).open(keys);
            opened.ifPresent(this::add);
            return opened.isPresent();
        } catch (UnreadableDocument e) {
            return false;
        }
    }

    private void add(Keys settings) {
        guest.certificates().add(settings);
        installed.add(settings.thumbprint());
        world.tell(
                "agent/" + guest.computer(),
                "certificate-installed",
                "thumbprint",
                settings.thumbprint());
    }
}
