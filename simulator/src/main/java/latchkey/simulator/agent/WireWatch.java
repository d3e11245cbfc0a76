package latchkey.simulator.agent;

import latchkey.simulator.agent.log.Diary;
import latchkey.simulator.agent.log.Level;
import latchkey.simulator.agent.log.Routine;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;

/** The agent's eye on the way to its host, and the words it has for what it sees. */
@Known(how = How.RECORDED, source = "windows-azure-guest-agent; SupportArticles-docs issue 782")
final class WireWatch {
    private static final Duration PERIOD = Duration.ofSeconds(15);
    private static final String WIRE = "wire";
    private static final String PLUGIN = "plugin";
    private static final String FABRIC = "fabric";

    private final Guest guest;
    private final Diary diary;
    private final WireClient wire;
    private boolean wireDown;
    private boolean discovered;
    private String asked = "";

    WireWatch(Guest guest, Diary diary, WireClient wire) {
        this.guest = guest;
        this.diary = diary;
        this.wire = wire;
    }

    /**
     * Whether the host's address was found by way of DHCP. It is asked for once in a life, and anew
     * as soon as the adapters are others.
     */
    @Known(how = How.RECORDED, source = "windows-azure-guest-agent: Npcap, DHCP option 245")
    boolean discovers() {
        String first = guest.network().firstAdapter();
        boolean found = guest.network().bringsHostAddress(first);
        if (found == discovered && first.equals(asked)) {
            return found;
        }
        asked = first;
        discovered = found;
        String attempt = "Attempting to discover fabric address on interface " + first;
        if (found) {
            diary.end(FABRIC);
            diary.info(6, attempt);
            diary.info(6, "Discovered fabric address 168.63.129.16 on interface " + first);
        } else {
            diary.begin(
                    FABRIC,
                    Duration.ofMinutes(1),
                    new Routine.Line(6, Level.INFO, attempt),
                    new Routine.Line(24, Level.WARN, "Empty DHCP option data returned"),
                    new Routine.Line(
                            6,
                            Level.ERROR,
                            "Did not discover fabric address on interface " + first));
        }
        return found;
    }

    void wireAnswers() {
        if (wireDown) {
            wireDown = false;
            diary.end(WIRE);
            looksAtPlugin();
        }
    }

    void wireFails(Failure failure) {
        wireDown = true;
        diary.begin(
                WIRE,
                PERIOD,
                new Routine.Line(
                        4,
                        Level.ERROR,
                        "GetVersions() failed with exception: "
                                + failure.full()
                                + "\r\n   at System.Net.HttpWebRequest.GetResponse()"));
        looksAtPlugin();
    }

    void looksAtPlugin() {
        if (wire.pluginVersions() instanceof Answer.Failed failed) {
            diary.begin(
                    PLUGIN,
                    PERIOD,
                    new Routine.Line(
                            11,
                            Level.WARN,
                            "(Ignoring) Exception while fetching supported versions from"
                                    + " HostGAPlugin: "
                                    + failed.failure().full()
                                    + STACK),
                    new Routine.Line(
                            13,
                            Level.INFO,
                            "WriteGAPluginHeartbeat: HostGAPluginServiceClient is not initialized"
                                    + " so setting isCurrentlyHealthy as false"),
                    new Routine.Line(
                            13, Level.WARN, "Error state triggered for caller:GAPluginPinger"));
        } else {
            diary.end(PLUGIN);
        }
    }

    private static final String STACK =
            "\r\n"
                + "   at System.Net.WebClient.DownloadDataInternal(Uri address, WebRequest&"
                + " request)\r\n"
                + "   at System.Net.WebClient.DownloadString(Uri address)\r\n"
                + "   at"
                + " Microsoft.GuestAgentHostPlugin.Client.GuestInformationServiceClient.GetVersions()\r\n"
                + "   at"
                + " Microsoft.WindowsAzure.GuestAgent.ContainerStateMachine.HostGAPluginUtility"
                + ".UpdateHostGAPluginAvailability()";
}
