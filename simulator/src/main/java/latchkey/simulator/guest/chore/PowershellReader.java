package latchkey.simulator.guest.chore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads cmdlets with their parameters. */
final class PowershellReader {
    private PowershellReader() {}

    static Reading read(List<String> words, long cleanUp) {
        String cmdlet = words.getFirst().toLowerCase(Locale.ROOT);
        String name = CommandWords.after(words, "-Name");
        return switch (cmdlet) {
            case "set-service" -> setService(words, name);
            case "start-service" -> each(name, Verb.START);
            case "stop-service" -> each(name, Verb.STOP);
            case "restart-service" -> each(name, Verb.RESTART);
            case "set-itemproperty", "new-itemproperty" -> property(words, name);
            case "add-localgroupmember" ->
                    Reading.of(
                            new AccountChore.AddToGroup(
                                    CommandWords.after(words, "-Member"), group(words)));
            case "remove-localgroupmember" ->
                    Reading.of(
                            new AccountChore.RemoveFromGroup(
                                    CommandWords.after(words, "-Member"), group(words)));
            case "get-localuser" -> Reading.of(new AccountChore.ShowAccounts());
            case "enable-localuser" -> Reading.of(new AccountChore.Activate(name));
            case "set-adaccountpassword" ->
                    Reading.of(
                            new AccountChore.SetPassword(
                                    CommandWords.after(words, "-Identity"),
                                    CommandWords.after(words, "-NewPassword")));
            case "reset-lapspassword" -> Reading.of(new AccountChore.RotateLaps());
            case "enable-netfirewallrule" ->
                    Reading.of(
                            new NetworkChore.EnableRules(
                                    CommandWords.after(words, "-DisplayGroup")
                                            + CommandWords.after(words, "-Group")));
            case "new-netfirewallrule" -> rule(words);
            case "set-netfirewallprofile" -> profile(words);
            case "disable-netadapter" -> Reading.of(new NetworkChore.DisableAdapter(name));
            case "clear-recyclebin" -> Reading.of(new SystemChore.FreeSpace(cleanUp));
            case "uninstall-windowsfeature" -> feature(name);
            case "test-computersecurechannel" -> channel(words);
            case "restart-computer" -> Reading.of(new SystemChore.Restart());
            default -> new Reading.Unknown(words.getFirst());
        };
    }

    private enum Verb {
        START,
        STOP,
        RESTART
    }

    private static Reading each(String names, Verb verb) {
        List<Chore> chores = new ArrayList<>();
        for (String name : names.split(",")) {
            chores.add(
                    switch (verb) {
                        case START -> new ServiceChore.Start(name.strip());
                        case STOP -> new ServiceChore.Stop(name.strip());
                        case RESTART -> new ServiceChore.Restart(name.strip());
                    });
        }
        return new Reading.Does(chores);
    }

    private static Reading setService(List<String> words, String name) {
        String type = CommandWords.after(words, "-StartupType");
        return type.isEmpty()
                ? new Reading.Looks()
                : Reading.of(new ServiceChore.SetStart(name, CommandReader.start(type)));
    }

    /** A bare number becomes a REG_DWORD where one was; people rarely name the type. */
    private static Reading property(List<String> words, String name) {
        String key = CommandWords.after(words, "-Path");
        String value = CommandWords.after(words, "-Value");
        boolean number = !value.isEmpty() && value.chars().allMatch(Character::isDigit);
        return Reading.of(
                number
                        ? new RegistryChore.SetNumber(key, name, Long.parseLong(value))
                        : new RegistryChore.SetText(key, name, value));
    }

    private static String group(List<String> words) {
        String sid = CommandWords.after(words, "-SID");
        return sid.isEmpty() ? CommandWords.after(words, "-Group") : sid;
    }

    private static Reading rule(List<String> words) {
        if (!CommandWords.after(words, "-Action").equalsIgnoreCase("Allow")) {
            return new Reading.Unknown("New-NetFirewallRule");
        }
        boolean out = CommandWords.after(words, "-Direction").equalsIgnoreCase("Outbound");
        return out
                ? Reading.of(
                        new NetworkChore.AllowOutbound(CommandWords.after(words, "-RemoteAddress")))
                : Reading.of(
                        new NetworkChore.AllowInbound(
                                Integer.parseInt(CommandWords.after(words, "-LocalPort"))));
    }

    private static Reading profile(List<String> words) {
        return CommandWords.after(words, "-AllowInboundRules").equalsIgnoreCase("True")
                ? Reading.of(new NetworkChore.HeedInboundRules())
                : new Reading.Unknown("Set-NetFirewallProfile");
    }

    private static Reading feature(String name) {
        return name.equalsIgnoreCase("RDS-RD-Server")
                ? new Reading.Does(
                        List.of(new SystemChore.MendLicensing(true), new SystemChore.Restart()))
                : new Reading.Unknown("Uninstall-WindowsFeature " + name);
    }

    private static Reading channel(List<String> words) {
        return CommandWords.has(words, "-Repair")
                ? Reading.of(new SystemChore.RepairSecureChannel())
                : new Reading.Looks();
    }
}
