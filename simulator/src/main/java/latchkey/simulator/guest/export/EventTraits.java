package latchkey.simulator.guest.export;

import latchkey.simulator.guest.WindowsEvent;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;

/**
 * What the XML of a record says beyond what happened.
 *
 * @param guid the provider's, with braces; empty when it is not known or has none
 * @param qualifiers of classic event ids; empty for others
 * @param level from 0 to 4
 * @param task number of its category
 * @param category name of its category; "None" when the number is nought
 * @param keywords hexadecimal
 * @param user SID of the writer; empty when none is given
 */
@Known(
        how = How.RECORDED,
        source = "System parts of recorded events 4720, 4724, 4738, 7036, 21; others inferred")
record EventTraits(
        String guid,
        String qualifiers,
        int level,
        int task,
        String category,
        String keywords,
        String user) {
    private static final String AUDITING = "Microsoft-Windows-Security-Auditing";
    private static final String CONTROL_MANAGER = "Service Control Manager";
    private static final String NONE = "None";
    private static final String CLASSIC = "0x80000000000000";
    private static final DateTimeFormatter TO_THE_MILLISECOND =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS", Locale.ROOT);

    private static final Map<String, String> GUIDS =
            Map.of(
                    AUDITING,
                    "{54849625-5478-4994-a5ba-3e3b0328c30d}",
                    CONTROL_MANAGER,
                    "{555908d1-a6d7-4695-8e1e-26931d2012f4}",
                    "Schannel",
                    "{1f678132-5938-4686-9fdc-c8ff68f15c85}",
                    "Microsoft-Windows-TerminalServices-RemoteConnectionManager",
                    "{c76baa63-ae81-421c-b425-340b4b24157f}",
                    "Microsoft-Windows-TerminalServices-LocalSessionManager",
                    "{5d896912-022d-40aa-a3a8-4fa5515c76d7}",
                    "Microsoft-Windows-RemoteDesktopServices-RdpCoreTS",
                    "{1139c61b-b549-4251-8ed3-27250a1edec8}");

    static EventTraits of(WindowsEvent event) {
        String guid = GUIDS.getOrDefault(event.provider(), "");
        int level = number(event.level());
        if (event.provider().equals(AUDITING)) {
            boolean failed = event.level().equals("Audit Failure");
            String keywords = failed ? "0x8010000000000000" : "0x8020000000000000";
            return new EventTraits(
                    guid, "", 0, task(event.id()), category(event.id()), keywords, "");
        }
        if (event.provider().equals(CONTROL_MANAGER)) {
            String qualifiers = level > 2 ? "16384" : "49152";
            return new EventTraits(guid, qualifiers, level, 0, NONE, "0x8080000000000000", "");
        }
        if (guid.isEmpty() && !event.provider().startsWith("Microsoft-Windows-")) {
            return new EventTraits("", "0", level, 0, NONE, CLASSIC, "");
        }
        boolean system = event.channel().equals("System");
        String keywords = system ? "0x8000000000000000" : "0x1000000000000000";
        return new EventTraits(guid, "", level, 0, NONE, keywords, "S-1-5-18");
    }

    private static int number(String level) {
        return switch (level) {
            case "Error" -> 2;
            case "Warning" -> 3;
            case "Information" -> 4;
            default -> 0;
        };
    }

    private static int task(int id) {
        return switch (id) {
            case 4624, 4625 -> 12544;
            case 4732, 4733 -> 13826;
            default -> 13824;
        };
    }

    private static String category(int id) {
        return switch (id) {
            case 4624, 4625 -> "Logon";
            case 4732, 4733 -> "Security Group Management";
            default -> "User Account Management";
        };
    }

    /** Whether its data have no names. */
    boolean isClassic() {
        return qualifiers.equals("0");
    }

    /** Whether its data stand in a part of the provider's own. */
    static boolean hasUserData(WindowsEvent event) {
        return event.provider().startsWith("Microsoft-Windows-TerminalServices-");
    }

    /** The instant as XML gives it, to a tenth of a microsecond. */
    static String systemTime(WindowsEvent event) {
        long below = (event.record() * 7919 + event.id() * 104_729L) % 10_000;
        String millis = TO_THE_MILLISECOND.format(event.at().atOffset(ZoneOffset.UTC));
        return millis + "0".repeat(4 - Long.toString(below).length()) + below + "Z";
    }

    /** Number of the process that wrote it. */
    static int process(WindowsEvent event) {
        return event.channel().equals("Security") ? 692 : 644;
    }

    /** Number of the thread that wrote it. */
    static long thread(WindowsEvent event) {
        return 700 + event.record() % 40 * 4;
    }
}
