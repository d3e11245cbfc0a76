package latchkey.simulator.agent;

import latchkey.simulator.agent.log.Level;
import latchkey.simulator.agent.log.Logs;
import latchkey.simulator.guest.Firewall;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Service;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** The VM health report that the agent writes into its logs when it starts. */
@Known(how = How.RECORDED, source = "report block of 2018 and 2022; keys of its public parser")
final class HealthReport {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final String TITLE = "======== Microsoft Azure VM Health Report - ";

    private HealthReport() {}

    /** Twice into the agent's log, as ever, and once into the installer's. */
    static void write(Guest guest, Logs logs) {
        Instant now = guest.clock();
        String stamp = STAMP.format(now);
        String block =
                "VmHealthReport:\r\n"
                        + TITLE
                        + "Start "
                        + stamp
                        + " ========\r\n"
                        + json(guest, stamp)
                        + "\r\n"
                        + TITLE
                        + "End "
                        + stamp
                        + " =========";
        logs.agent().add(12, Level.INFO, block);
        logs.agent().add(12, Level.INFO, block);
        logs.installer().add(12, Level.INFO, block);
    }

    private static String json(Guest guest, String stamp) {
        ObjectNode root = JSON.createObjectNode();
        root.put("reportTime", stamp);
        ArrayNode adapters = root.putArray("networkAdapters");
        for (String name : guest.network().adapters()) {
            adapters.addObject()
                    .put("name", name)
                    .put("status", "Up")
                    .put("dhcpEnabled", guest.network().usesDhcp());
        }
        ArrayNode services = root.putArray("services");
        guest.services().all().forEach(service -> service(services.addObject(), service));
        ObjectNode windows = root.putObject("systemInfo").putObject("windows");
        windows.put("osVersion", "Microsoft Windows NT " + guest.spec().release().version());
        windows.put("isOsEval", false).put("realTimeIsUniversal", true);
        windows.put("domainRole", guest.spec().role().word());
        windows.put("emsEnabled", false).put("safeBoot", -1);
        ObjectNode policy = root.putObject("firewallPolicy").putObject("localPolicy");
        String profile = guest.firewall().profile().toLowerCase(Locale.ROOT) + "Profile";
        policy.putObject(profile)
                .put("blockAllInboundConnections", guest.firewall().blocksAllInbound() ? 1 : 0)
                .put("enable", guest.firewall().isEnabled() ? 1 : 0);
        access(root.putObject("remoteAccess").putObject("windows"), guest);
        root.putObject("accounts")
                .putObject("windows")
                .put("adminAccountPasswordExpired", false)
                .put("adminAccountDisabled", !guest.accounts().builtInAdministrator().isEnabled());
        return JSON.writeValueAsString(root);
    }

    private static void service(ObjectNode node, Service service) {
        boolean runs = service.isRunning();
        node.put("errorControl", "Normal").put("exitCode", 0).put("name", service.name());
        node.put("processId", runs ? 584 : 0);
        node.put("state", runs ? "Running" : "Stopped").put("status", "OK");
    }

    private static void access(ObjectNode node, Guest guest) {
        long denies = guest.registry().number(Guest.TERMINAL_SERVER, "fDenyTSConnections", 0);
        node.put("rdpEnabled", denies == 0);
        node.put("rdpFirewallAccess", guest.firewall().isGroupEnabled(Firewall.REMOTE_DESKTOP));
        node.put(
                "rdpPort",
                guest.registry()
                        .number(
                                Guest.TERMINAL_SERVER + "\\WinStations\\RDP-Tcp",
                                "PortNumber",
                                3389));
    }
}
