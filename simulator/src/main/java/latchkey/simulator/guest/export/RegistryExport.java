package latchkey.simulator.guest.export;

import latchkey.simulator.guest.Firewall;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.Registry;
import latchkey.simulator.guest.Service;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The registry as {@code reg export} writes it, and as Disk Inspect reads it from a disk. */
@Known(how = How.SPECIFIED, source = "reg export; Disk Inspect's service code for registry.json")
public final class RegistryExport {
    private static final String SERVICES =
            "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\";
    private static final String PROFILES = SERVICES + "SharedAccess\\Parameters\\FirewallPolicy\\";

    private final Guest guest;

    /** For the registry of that guest. */
    public RegistryExport(Guest guest) {
        this.guest = guest;
    }

    /** Everything at and below a key, as UTF-16 with a byte order mark. */
    public byte[] exported(String root) {
        StringBuilder text = new StringBuilder("\uFEFFWindows Registry Editor Version 5.00\r\n");
        values(key -> isBelow(key, root))
                .forEach(
                        (key, values) -> {
                            text.append("\r\n[").append(key).append("]\r\n");
                            values.forEach((name, value) -> text.append(line(name, value)));
                        });
        ByteBuffer bytes = StandardCharsets.UTF_16LE.encode(text.append("\r\n").toString());
        byte[] array = new byte[bytes.remaining()];
        bytes.get(array);
        return array;
    }

    private static String line(String name, Registry.Value value) {
        String left = "\"" + quoted(name) + "\"=";
        return switch (value) {
            case Registry.Value.Number number -> left + "dword:" + hex(number.value()) + "\r\n";
            case Registry.Value.Text text -> left + "\"" + quoted(text.value()) + "\"\r\n";
        };
    }

    private static String hex(long number) {
        String digits = Long.toHexString(number & 0xffffffffL);
        return "0".repeat(8 - digits.length()) + digits;
    }

    private static String quoted(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }

    /**
     * Disk Inspect's registry.json with the keys below these roots: flat, all values text, quotes
     * inside values left as they are, so that it may not be JSON.
     */
    public String inspected(List<String> roots) {
        StringBuilder text = new StringBuilder("{");
        values(key -> roots.stream().anyMatch(root -> isBelow(key, root)))
                .forEach(
                        (key, values) ->
                                values.forEach(
                                        (name, value) ->
                                                text.append(text.length() == 1 ? "" : "\n,")
                                                        .append(pair(key, name, value))));
        return text.append("\n}\n").toString();
    }

    private static String pair(String key, String name, Registry.Value value) {
        String shown =
                switch (value) {
                    case Registry.Value.Number number -> Long.toString(number.value());
                    case Registry.Value.Text text -> text.value();
                };
        String path = (key + "\\" + name).replace("\\", "\\\\");
        return "\"" + path + "\": \"" + shown.replace("\\", "\\\\") + "\"";
    }

    private static boolean isBelow(String key, String root) {
        String folded = key.toLowerCase(Locale.ROOT);
        String below = root.toLowerCase(Locale.ROOT);
        return folded.equals(below) || folded.startsWith(below + "\\");
    }

    private Map<String, Map<String, Registry.Value>> values(Predicate<String> wanted) {
        Map<String, Map<String, Registry.Value>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        guest.registry().all().forEach((key, values) -> put(all, key, values));
        for (Service service : guest.services().all()) {
            put(
                    all,
                    SERVICES + service.name(),
                    Map.of(
                            "DisplayName", new Registry.Value.Text(service.display()),
                            "ImagePath", new Registry.Value.Text(service.program()),
                            "Start", new Registry.Value.Number(service.start().number())));
        }
        Firewall firewall = guest.firewall();
        for (String profile : List.of("DomainProfile", "PublicProfile", "StandardProfile")) {
            put(
                    all,
                    PROFILES + profile,
                    Map.of(
                            "EnableFirewall", number(firewall.isEnabled()),
                            "DoNotAllowExceptions", number(firewall.blocksAllInbound()),
                            "DefaultOutboundAction", number(firewall.blocksOutboundByDefault())));
        }
        all.keySet().removeIf(key -> !wanted.test(key));
        return all;
    }

    private static void put(
            Map<String, Map<String, Registry.Value>> all,
            String key,
            Map<String, Registry.Value> values) {
        all.computeIfAbsent(key, k -> new TreeMap<>(String.CASE_INSENSITIVE_ORDER)).putAll(values);
    }

    private static Registry.Value number(boolean on) {
        return new Registry.Value.Number(on ? 1 : 0);
    }
}
