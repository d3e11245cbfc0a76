package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Display names of services, which differ by the language of Windows. */
@Known(how = How.ASSUMED, source = "general knowledge of localized Windows; English documented")
public final class ServiceNames {
    private static final Map<String, List<String>> NAMES =
            Map.of(
                    "termservice",
                    List.of(
                            "Remote Desktop Services",
                            "Remotedesktopdienste",
                            "Services Bureau à distance",
                            "Servicios de Escritorio remoto",
                            "Remote Desktop Services"),
                    "mpssvc",
                    List.of(
                            "Windows Defender Firewall",
                            "Windows Defender Firewall",
                            "Pare-feu Windows Defender",
                            "Firewall de Windows Defender",
                            "Windows Defender Firewall"),
                    "bfe",
                    List.of(
                            "Base Filtering Engine",
                            "Basisfiltermodul",
                            "Moteur de filtrage de base",
                            "Motor de filtrado de base",
                            "Base Filtering Engine"),
                    "dhcp",
                    List.of(
                            "DHCP Client",
                            "DHCP-Client",
                            "Client DHCP",
                            "Cliente DHCP",
                            "DHCP Client"),
                    "keyiso",
                    List.of(
                            "CNG Key Isolation",
                            "CNG-Schlüsselisolation",
                            "Isolation de clé CNG",
                            "Aislamiento de claves CNG",
                            "CNG Key Isolation"),
                    "eventlog",
                    List.of(
                            "Windows Event Log",
                            "Windows-Ereignisprotokoll",
                            "Journal d’événements Windows",
                            "Registro de eventos de Windows",
                            "Windows Event Log"),
                    "winmgmt",
                    List.of(
                            "Windows Management Instrumentation",
                            "Windows-Verwaltungsinstrumentation",
                            "Infrastructure de gestion Windows",
                            "Instrumental de administración de Windows",
                            "Windows Management Instrumentation"));

    private ServiceNames() {}

    /** The display name on a machine of that language; as registered when none is known. */
    public static String of(Service service, Tongue tongue) {
        List<String> names = NAMES.get(service.name().toLowerCase(Locale.ROOT));
        return names == null ? service.display() : names.get(tongue.ordinal());
    }
}
