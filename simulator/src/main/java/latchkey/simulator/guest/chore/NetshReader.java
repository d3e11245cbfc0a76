package latchkey.simulator.guest.chore;

import java.util.List;
import java.util.Locale;

/** Reads what people type after netsh. */
final class NetshReader {
    private NetshReader() {}

    static Reading read(List<String> words) {
        if (CommandWords.has(words, "show")) {
            return new Reading.Looks();
        }
        String context = words.size() < 2 ? "" : words.get(1).toLowerCase(Locale.ROOT);
        return switch (context) {
            case "winhttp" -> Reading.of(new NetworkChore.ResetProxy());
            case "interface" -> adapter(words);
            case "advfirewall" -> firewall(words);
            default -> new Reading.Unknown("netsh " + context);
        };
    }

    private static Reading adapter(List<String> words) {
        if (CommandWords.named(words, "source").equalsIgnoreCase("dhcp")
                || CommandWords.has(words, "dhcp")) {
            return Reading.of(new NetworkChore.UseDhcp());
        }
        boolean off = CommandWords.named(words, "admin").toLowerCase(Locale.ROOT).startsWith("dis");
        return off
                ? Reading.of(new NetworkChore.DisableAdapter(CommandWords.named(words, "name")))
                : new Reading.Unknown("netsh interface");
    }

    private static Reading firewall(List<String> words) {
        if (CommandWords.has(words, "firewallpolicy")) {
            boolean resets = CommandWords.has(words, "blockinbound,allowoutbound");
            return resets
                    ? Reading.of(new NetworkChore.ResetProfiles())
                    : new Reading.Unknown("netsh advfirewall firewallpolicy");
        }
        String group = CommandWords.named(words, "group");
        if (!group.isEmpty()) {
            return Reading.of(new NetworkChore.EnableRules(group.replace("\"", "")));
        }
        boolean allows = CommandWords.named(words, "action").equalsIgnoreCase("allow");
        if (!CommandWords.has(words, "add") || !allows) {
            return new Reading.Unknown("netsh advfirewall");
        }
        return CommandWords.named(words, "dir").equalsIgnoreCase("out")
                ? Reading.of(new NetworkChore.AllowOutbound(CommandWords.named(words, "remoteip")))
                : Reading.of(
                        new NetworkChore.AllowInbound(
                                Integer.parseInt(CommandWords.named(words, "localport"))));
    }
}
