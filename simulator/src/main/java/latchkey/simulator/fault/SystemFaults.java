package latchkey.simulator.fault;

import latchkey.simulator.guest.BootTrouble;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.MachinePath;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;

/** The Windows installation itself. */
final class SystemFaults {
    private static final String LOG = "C:\\WindowsAzure\\Logs\\WaAppAgent.log";

    @Known(how = How.SPECIFIED, source = "vmassist: system drive low disk space")
    static final Fault DISK_FULL =
            Fault.of(
                    "disk-full",
                    "The system drive has no space left",
                    (site, values) -> {
                        long former = site.guest().freeBytes();
                        site.guest().setFreeBytes(values.number("free-bytes"));
                        return () -> site.guest().setFreeBytes(former);
                    },
                    Parameter.number("free-bytes", "0", "bytes left"));

    @Known(how = How.SPECIFIED, source = "agent troubleshooting: machine.config, Enable64Bit")
    static final Fault DOTNET_BROKEN =
            Fault.of(
                    "dotnet-broken",
                    ".NET is damaged or forced to 32 bits",
                    (site, values) -> {
                        switch (values.text("how")) {
                            case "debugging-left-on" -> site.guest().dotNet().leaveDebuggingOn();
                            case "32-bit" -> site.guest().dotNet().forceTo32Bit();
                            default -> site.guest().dotNet().damageConfig();
                        }
                        return () -> site.guest().dotNet().repair();
                    },
                    Parameter.word(
                            "how",
                            "what is wrong with it",
                            "config-damaged",
                            "debugging-left-on",
                            "32-bit"));

    @Known(how = How.SPECIFIED, source = "extensions/troubleshoot: PATH, powershell not recognized")
    static final Fault PATH_BROKEN =
            Fault.of(
                    "path-broken",
                    "The machine's search path was replaced",
                    (site, values) -> {
                        MachinePath path = site.guest().path();
                        String former = path.value();
                        path.replaceWith(values.text("by"));
                        return () -> path.replaceWith(former);
                    },
                    Parameter.text("by", "C:\\Tools", "what it was replaced by"));

    @Known(how = How.SPECIFIED, source = "agent troubleshooting: hardening of folders")
    static final Fault PACKAGES_ACL =
            Fault.of(
                    "packages-acl",
                    "SYSTEM has no rights on the agent's folders",
                    (site, values) -> deny(site.guest(), values.text("folder")),
                    Parameter.text("folder", "C:\\Packages", "which folder"));

    @Known(how = How.SPECIFIED, source = "agent troubleshooting: AppLocker; azure-docs 53568")
    static final Fault APPLOCKER =
            Fault.of(
                    "applocker-blocks",
                    "Application control lets nothing below a folder run",
                    (site, values) -> {
                        site.guest().applicationControl().block(values.text("folder"));
                        return () -> site.guest().applicationControl().allow(values.text("folder"));
                    },
                    Parameter.text("folder", "C:\\Packages", "which folder"));

    @Known(how = How.SPECIFIED, source = "agent troubleshooting: StdRegProv, Error 1722")
    static final Fault WMI_BROKEN =
            Fault.of(
                    "wmi-registry-provider-broken",
                    "The registry provider of WMI does not answer",
                    (site, values) -> {
                        site.guest().wmi().setRegistryProviderWorks(false);
                        return () -> site.guest().wmi().setRegistryProviderWorks(true);
                    });

    @Known(how = How.ASSUMED, source = "time synchronisation lost")
    static final Fault CLOCK_JUMP =
            Fault.of(
                    "clock-jump",
                    "The guest's clock is put forward or back",
                    (site, values) -> {
                        site.guest().jumpClock(values.span("by"));
                        return () -> site.guest().jumpClock(values.span("by").negated());
                    },
                    Parameter.span("by", "PT-7H", "by how much; negative goes back"));

    @Known(how = How.RECORDED, source = "WaAppAgent.000.log in collected bundles")
    static final Fault LOG_ROTATION =
            Fault.of(
                    "log-rotation",
                    "The agent's log reaches its limit and begins anew; it cannot be taken back",
                    (site, values) -> {
                        site.guest().files().rotate(values.text("path"));
                        return () -> {};
                    },
                    Parameter.text("path", LOG, "which log"));

    @Known(how = How.SPECIFIED, source = "boot diagnostics of VMs that do not start")
    static final Fault BOOT_STUCK =
            Fault.of(
                    "boot-stuck",
                    "Windows does not come up at its next start",
                    (site, values) -> {
                        boolean updates = values.text("how").equals("updates");
                        site.guest()
                                .setBootTrouble(updates ? BootTrouble.UPDATES : BootTrouble.STOPS);
                        return () -> site.guest().setBootTrouble(BootTrouble.NONE);
                    },
                    Parameter.word("how", "where it stays", "stops", "updates"));

    @Known(
            how = How.ASSUMED,
            source = "agent troubleshooting: verify that the OS is up and healthy")
    static final Fault HUNG =
            Fault.of(
                    "os-hung",
                    "Windows runs and answers nobody",
                    (site, values) -> {
                        site.guest().setHung(true);
                        return () -> site.guest().setHung(false);
                    });

    static final List<Fault> ALL =
            List.of(
                    DISK_FULL,
                    DOTNET_BROKEN,
                    PATH_BROKEN,
                    PACKAGES_ACL,
                    APPLOCKER,
                    WMI_BROKEN,
                    CLOCK_JUMP,
                    LOG_ROTATION,
                    BOOT_STUCK,
                    HUNG);

    private SystemFaults() {}

    static Runnable deny(Guest guest, String folder) {
        guest.files().deny(folder);
        return () -> guest.files().allow(folder);
    }
}
