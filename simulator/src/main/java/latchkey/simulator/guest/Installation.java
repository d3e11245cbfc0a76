package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** What every installation on Azure has from its first start on. */
final class Installation {
    private static final String SVCHOST = "C:\\Windows\\System32\\svchost.exe -k netsvcs";

    private Installation() {}

    @Known(
            how = How.SPECIFIED,
            source =
                    "service names and defaults of Windows documentation; agent's services of"
                            + " reset-rdp")
    static void furnish(Guest guest) {
        Services services = guest.services();
        services.add("Dhcp", "DHCP Client", SVCHOST, Service.Start.AUTOMATIC);
        services.add("BFE", "Base Filtering Engine", SVCHOST, Service.Start.AUTOMATIC);
        services.add("MpsSvc", "Windows Defender Firewall", SVCHOST, Service.Start.AUTOMATIC);
        services.add(
                "KeyIso",
                "CNG Key Isolation",
                "C:\\Windows\\System32\\lsass.exe",
                Service.Start.AUTOMATIC);
        services.add("TermService", "Remote Desktop Services", SVCHOST, Service.Start.AUTOMATIC);
        services.add(
                "Netlogon",
                "Netlogon",
                "C:\\Windows\\System32\\lsass.exe",
                guest.spec().domain().isEmpty() ? Service.Start.MANUAL : Service.Start.AUTOMATIC);
        services.add(
                "Winmgmt", "Windows Management Instrumentation", SVCHOST, Service.Start.AUTOMATIC);
        services.add("EventLog", "Windows Event Log", SVCHOST, Service.Start.AUTOMATIC);
        services.add(
                "RdAgent",
                "RdAgent",
                "C:\\WindowsAzure\\GuestAgent\\WaAppAgent.exe",
                Service.Start.AUTOMATIC);
        services.add(
                "WindowsAzureGuestAgent",
                "Windows Azure Guest Agent",
                "C:\\WindowsAzure\\GuestAgent\\WindowsAzureGuestAgent.exe",
                Service.Start.AUTOMATIC);
        Registry registry = guest.registry();
        registry.set(Guest.TERMINAL_SERVER, "fDenyTSConnections", 0);
        registry.set(Guest.TERMINAL_SERVER + "\\WinStations\\RDP-Tcp", "PortNumber", 3389);
        registry.set(Guest.TERMINAL_SERVER + "\\WinStations\\RDP-Tcp", "UserAuthentication", 1);
        guest.firewall().setGroup(Firewall.REMOTE_DESKTOP, true);
    }
}
