package latchkey.simulator.scenario.client;

import latchkey.simulator.guest.DotNet;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.ListenerCertificate;
import latchkey.simulator.guest.Service;
import latchkey.simulator.wire.Cloud;
import latchkey.simulator.wire.Keys;
import latchkey.simulator.wire.Reply;
import latchkey.simulator.wire.WireRequest;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** VM assist for Windows: a script that somebody runs in the guest; it leaves a page. */
@Known(
        how = How.SPECIFIED,
        source = "azure-support-scripts, vmassist.ps1: names of checks and findings, their order")
public final class VmAssist {
    private static final String ADMINISTRATORS_ONLY =
            "Everyone Allow ReadAndExecute<br>BUILTIN\\Administrators Allow FullControl";
    private static final String NO_SYSTEM_SDDL =
            "O:BAG:SYD:P(A;OICI;0x1200a9;;;WD)(A;OICI;FA;;;BA)";
    private static final double MEGABYTE = 1 << 20;
    private static final double GIGABYTE = 1 << 30;
    private static final double CRITICAL_MEGABYTES = 100;

    private final Guest guest;
    private final List<String> checks = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();

    private VmAssist(Guest guest) {
        this.guest = guest;
    }

    /** Runs it; the page is the answer. */
    public static Sight run(Guest guest, Instant at) {
        VmAssist assist = new VmAssist(guest);
        assist.look();
        String name = "vmassist_" + guest.computer() + ".htm";
        return new Sight(at, name, assist.page(), !assist.findings.isEmpty());
    }

    private void look() {
        boolean host = service("RdAgent", Service.Start.AUTOMATIC);
        boolean agent = service("WindowsAzureGuestAgent", Service.Start.AUTOMATIC);
        service("Winmgmt", Service.Start.AUTOMATIC);
        // A real one starts by trigger; here it is told to start with Windows.
        service("KeyIso", Service.Start.AUTOMATIC);
        registryProvider();
        boolean installed = host && agent;
        installed(installed);
        proxy();
        certificate(installed);
        debugging();
        port(Cloud.WIRE_PORT);
        port(Cloud.PLUGIN_PORT);
        machineKeys();
        folder("C:\\WindowsAzure", installed);
        folder("C:\\Packages", installed);
        space();
        dhcp();
    }

    private boolean service(String name, Service.Start expected) {
        Optional<Service> found = guest.services().find(name);
        if (found.isEmpty()) {
            check(name + " service", "FAILED", name + " service is not installed");
            find("Critical", name + " service is not installed", "");
            return false;
        }
        Service service = found.get();
        String program = service.program();
        if (program.startsWith("C:\\WindowsAzure") && guest.files().read(program).isEmpty()) {
            check(name + " service", "FAILED", "ImagePath registry value is incorrect");
            find(
                    "Critical",
                    name + " service ImagePath registry value is incorrect",
                    "HKLM:\\SYSTEM\\CurrentControlSet\\Services\\"
                            + name
                            + "\\ImagePath is '"
                            + program
                            + "'");
            return false;
        }
        status(service, expected);
        return true;
    }

    private void status(Service service, Service.Start expected) {
        boolean running = service.isRunning();
        String start = service.start().name().toLowerCase(Locale.ROOT);
        String state = running ? "Running" : "Stopped";
        String details = "Status: " + state + " StartType: " + capital(start);
        boolean wanted = running && service.start() == expected;
        check(service.name() + " service", wanted ? "OK" : "FAILED", details);
        if (!running) {
            String name = service.name() + " service status " + state + " (expected: Running)";
            find("Critical", name, details);
        }
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private void registryProvider() {
        boolean works = guest.wmi().registryProviderWorks();
        check("StdRegProv WMI class", works ? "OK" : "FAILED", "");
        if (!works) {
            find(
                    "Critical",
                    "StdRegProv WMI class query failed",
                    "StdRegProv WMI class query failed with error code -2147217392");
        }
    }

    private void installed(boolean is) {
        String words = "VM agent is " + (is ? "" : "not ") + "installed";
        check("VM agent installed", is ? "OK" : "FAILED", words);
        if (!is) {
            find("Critical", "VM agent not installed", words);
        }
    }

    private void proxy() {
        String proxy = guest.network().proxy();
        if (proxy == null) {
            check("Proxy configured", "OK", "No proxy detected");
        } else {
            check("Proxy configured", "Info", "Proxy Server(s) :  " + proxy);
            find("Information", "Proxy configured", "Proxy Server(s) :  " + proxy);
        }
    }

    private void certificate(boolean installed) {
        List<Keys> all = guest.certificates().all();
        if (!installed) {
            check(
                    "TenantEncryptionCert installed",
                    "Skipped",
                    "Skipped (VM agent installed: False)");
        } else if (all.isEmpty()) {
            check("TenantEncryptionCert installed", "FAILED", "");
            find("Critical", "TenantEncryptionCert not installed", "");
        } else {
            check("TenantEncryptionCert installed", "OK", "");
        }
    }

    private void debugging() {
        boolean on = guest.dotNet().health() == DotNet.Health.DEBUGGING_LEFT_ON;
        check("WCF debugging config", on ? "FAILED" : "OK", "");
        if (on) {
            find("Critical", "WCF debugging enabled", DotNet.MACHINE_CONFIG);
        }
    }

    private void port(int port) {
        String endpoint = "Wireserver endpoint " + Cloud.HOST + ":" + port;
        Reply reply =
                guest.network().send(WireRequest.get("http://" + Cloud.HOST + ":" + port + "/"));
        boolean reachable = reply instanceof Reply.Answered;
        check(endpoint + " reachable", reachable ? "OK" : "FAILED", "");
        if (!reachable) {
            find("Critical", endpoint + " not reachable", endpoint + " reachable: False");
        }
    }

    private void machineKeys() {
        String path = ListenerCertificate.MACHINE_KEYS;
        boolean sound = !guest.files().isDenied(path);
        String details =
                path
                        + (sound
                                ? " folder has default NTFS permissions"
                                : " folder does not have default NTFS permissions<br>SDDL:"
                                        + " O:SYG:SYD:PAI(A;;0x1200a9;;;BA)<br>"
                                        + "BUILTIN\\Administrators Allow ReadAndExecute");
        check("MachineKeys folder permissions", sound ? "OK" : "Info", details);
        if (!sound) {
            find("Information", "Non-default MachineKeys permissions", details);
        }
    }

    private void folder(String path, boolean installed) {
        if (!installed) {
            check(path + " permissions", "Skipped", "Skipped (VM agent installed: False)");
            return;
        }
        boolean sound =
                !guest.files().isDenied(path)
                        && guest.files().denied().stream().noneMatch(d -> isBelow(d, path));
        if (sound) {
            check(path + " permissions", "OK", path + " folder has default NTFS permissions");
            return;
        }
        String details =
                path
                        + " does not have default NTFS permissions<br>SDDL: "
                        + NO_SYSTEM_SDDL
                        + "<br>"
                        + ADMINISTRATORS_ONLY;
        check(path + " permissions", "Info", details);
        find("Information", "Non-default " + path + " permissions", details);
    }

    private static boolean isBelow(String folder, String path) {
        return folder.toLowerCase(Locale.ROOT).startsWith(path.toLowerCase(Locale.ROOT));
    }

    private void space() {
        double megabytes = Math.round(guest.freeBytes() / MEGABYTE * 10) / 10.0;
        double gigabytes = Math.round(guest.freeBytes() / GIGABYTE * 10) / 10.0;
        String check = "Disk space check (<1GB Warn, <100MB Critical)";
        if (megabytes < CRITICAL_MEGABYTES) {
            String details = "<100MB free (" + megabytes + "MB free) on drive C";
            check(check, "FAILED", details);
            find("Critical", "System drive low disk space", details);
        } else if (gigabytes < 1) {
            String details = "<1GB free (" + gigabytes + "GB free) on drive C";
            check(check, "Warning", details);
            find("Warning", "System drive low free space", details);
        } else {
            check(check, "OK", gigabytes + "GB free on system drive C");
        }
    }

    private void dhcp() {
        boolean on = guest.network().usesDhcp();
        check("DHCP-assigned IP addresses", on ? "OK" : "Info", on ? "" : "DHCP: Disabled");
        if (!on) {
            find("Information", "DHCP-disabled NICs", "Ethernet: DHCP disabled");
        }
    }

    private void check(String name, String result, String details) {
        checks.add(row(name, result, details));
    }

    private void find(String type, String name, String description) {
        findings.add(row(type, name, description));
    }

    /** The script cuts no tags out of what it shows; only its own breaks are tags. */
    private static String row(String... cells) {
        StringBuilder row = new StringBuilder("<tr>");
        for (String cell : cells) {
            row.append("<td>")
                    .append(cell.replace("<1", "&lt;1").replace("<br>", " "))
                    .append("</td>");
        }
        return row.append("</tr>\r\n").toString();
    }

    private String page() {
        return "<!DOCTYPE html>\r\n<html><head><title>VM assist</title></head><body>\r\n"
                + "<h1>VM assist "
                + guest.computer()
                + "</h1>\r\n<p>"
                + guest.spec().release().title()
                + "</p>\r\n<h2>Findings</h2>\r\n<table>\r\n"
                + "<tr><th>Type</th><th>Name</th><th>Description</th></tr>\r\n"
                + String.join("", findings)
                + "</table>\r\n<h2>Checks</h2>\r\n<table>\r\n"
                + "<tr><th>Name</th><th>Result</th><th>Details</th></tr>\r\n"
                + String.join("", checks)
                + "</table>\r\n</body></html>\r\n";
    }
}
