package latchkey.simulator.guest.chore;

import latchkey.simulator.guest.Account;
import latchkey.simulator.guest.Service;
import latchkey.simulator.guest.TrustStore;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads commands as people type them into cmd or PowerShell, word by word. */
@Known(how = How.SPECIFIED, source = "command references of Windows; scripts of Run Command")
public final class CommandReader {
    @Known(how = How.ASSUMED, source = "no evidence: what a clean-up usually wins")
    private static final long CLEAN_UP = 4L << 30;

    private static final Set<String> LOOKS =
            Set.of(
                    "get-process",
                    "get-service",
                    "nltest",
                    "ipconfig",
                    "gpresult",
                    "qwinsta",
                    "certlm.msc",
                    "get-netfirewalladdressfilter",
                    "get-netfirewallrule",
                    "test-netconnection");

    private static final String SYSPREP = "c:\\windows\\system32\\sysprep\\sysprep.exe";
    private static final String HOSTS = "services eq ";

    /** SYSTEM by its name in English, and by its number as in any language. */
    private static final List<String> SYSTEM = List.of("SYSTEM:", "*S-1-5-18:");

    private CommandReader() {}

    /** What the words stand for; nobody knows what is meant where a number is expected and none. */
    public static Reading read(List<String> words) {
        try {
            return reading(words);
        } catch (NumberFormatException e) {
            return new Reading.Unknown(words.getFirst());
        }
    }

    private static Reading reading(List<String> words) {
        if (words.isEmpty()) {
            return new Reading.Unknown("");
        }
        if (words.contains(PipelineReader.PIPE)) {
            return PipelineReader.read(words);
        }
        String program = words.getFirst().toLowerCase(Locale.ROOT);
        if (LOOKS.contains(program)) {
            return new Reading.Looks();
        }
        return switch (program) {
            case "net" -> net(words);
            case "sc", "sc.exe" -> service(words);
            case "reg" -> registry(words);
            case "netsh" -> NetshReader.read(words);
            case "taskkill" -> end(words);
            case "icacls" -> permissions(words);
            case "certutil" -> Reading.of(new SystemChore.ImportRoot(TrustStore.AZURE));
            case "winmgmt" ->
                    words.contains("/verifyrepository")
                            ? new Reading.Looks()
                            : Reading.of(new SystemChore.RepairWmi());
            case "dism" -> Reading.of(new SystemChore.FreeSpace(CLEAN_UP));
            case "bcdedit" -> boot(words);
            case SYSPREP ->
                    CommandWords.has(words, "/generalize")
                            ? Reading.of(new SystemChore.Generalize())
                            : new Reading.Unknown("sysprep");
            case "shutdown" -> Reading.of(new SystemChore.Restart());
            case "msiexec" -> Reading.of(new SystemChore.InstallAgent(false));
            case "ren", "rename" -> rename(words);
            case "copy" -> copy(words);
            default -> PowershellReader.read(words, CLEAN_UP);
        };
    }

    /** By the program's name, or by the service that its process hosts. */
    private static Reading end(List<String> words) {
        String filter = CommandWords.after(words, "/fi");
        return filter.toLowerCase(Locale.ROOT).startsWith(HOSTS)
                ? Reading.of(new ServiceChore.EndHost(filter.substring(HOSTS.length())))
                : Reading.of(new ServiceChore.EndProcess(CommandWords.after(words, "/im")));
    }

    private static Reading net(List<String> words) {
        if (words.size() < 3) {
            return shown(words.getLast().toLowerCase(Locale.ROOT));
        }
        String what = words.get(1).toLowerCase(Locale.ROOT);
        String name = words.get(2);
        return switch (what) {
            case "start" -> Reading.of(new ServiceChore.Start(name));
            case "stop" -> Reading.of(new ServiceChore.Stop(name));
            case "user" -> user(words, name);
            case "localgroup" -> group(words, name);
            case "accounts" -> rules(words);
            default -> new Reading.Unknown("net " + what);
        };
    }

    private static Reading shown(String what) {
        return switch (what) {
            case "accounts" -> Reading.of(new AccountChore.ShowRules());
            case "user" -> Reading.of(new AccountChore.ShowAccounts());
            default -> new Reading.Looks();
        };
    }

    private static Reading user(List<String> words, String name) {
        if (words.size() < 4) {
            return new Reading.Looks();
        }
        if (words.get(3).startsWith("/")) {
            return options(words.subList(3, words.size()), name);
        }
        boolean add = words.getLast().equalsIgnoreCase("/add");
        return Reading.of(
                add
                        ? new AccountChore.Create(name, words.get(3))
                        : new AccountChore.SetPassword(name, words.get(3)));
    }

    private static Reading options(List<String> options, String name) {
        List<Chore> chores = new ArrayList<>();
        for (String option : options) {
            switch (option.toLowerCase(Locale.ROOT)) {
                case "/active:yes" -> chores.add(new AccountChore.Activate(name));
                case "/logonpasswordchg:no" -> chores.add(new AccountChore.ClearMustChange(name));
                case "/expires:never" ->
                        chores.add(
                                new AccountChore.Lift(name, Account.Restriction.ACCOUNT_EXPIRED));
                case "/times:all" ->
                        chores.add(new AccountChore.Lift(name, Account.Restriction.HOURS));
                case "/workstations:*" ->
                        chores.add(new AccountChore.Lift(name, Account.Restriction.WORKSTATION));
                default -> {
                    return new Reading.Unknown("net user " + option);
                }
            }
        }
        return new Reading.Does(chores);
    }

    private static Reading group(List<String> words, String name) {
        if (words.size() < 5) {
            return new Reading.Looks();
        }
        return Reading.of(
                words.getLast().equalsIgnoreCase("/add")
                        ? new AccountChore.AddToGroup(words.get(3), name)
                        : new AccountChore.RemoveFromGroup(words.get(3), name));
    }

    private static Reading rules(List<String> words) {
        String length = words.get(2).toLowerCase(Locale.ROOT);
        return length.startsWith("/minpwlen:")
                ? Reading.of(
                        new AccountChore.SetMinimumLength(
                                Integer.parseInt(length.substring("/minpwlen:".length()))))
                : new Reading.Unknown("net accounts " + length);
    }

    private static Reading service(List<String> words) {
        if (words.size() < 3) {
            return new Reading.Looks();
        }
        String name = words.get(2);
        return switch (words.get(1).toLowerCase(Locale.ROOT)) {
            case "config" -> Reading.of(new ServiceChore.SetStart(name, start(words.getLast())));
            case "start" -> Reading.of(new ServiceChore.Start(name));
            case "stop" -> Reading.of(new ServiceChore.Stop(name));
            default -> new Reading.Looks();
        };
    }

    /** The start type as sc and PowerShell name it. */
    static Service.Start start(String word) {
        String folded = word.toLowerCase(Locale.ROOT);
        if (folded.endsWith("disabled")) {
            return Service.Start.DISABLED;
        }
        return folded.endsWith("auto") || folded.endsWith("automatic")
                ? Service.Start.AUTOMATIC
                : Service.Start.MANUAL;
    }

    private static Reading registry(List<String> words) {
        if (words.size() < 3 || words.get(1).equalsIgnoreCase("query")) {
            return new Reading.Looks();
        }
        String key = words.get(2);
        String name = CommandWords.after(words, "/v");
        if (words.get(1).equalsIgnoreCase("delete")) {
            return Reading.of(new RegistryChore.RemoveValue(key, name));
        }
        String value = CommandWords.after(words, "/d");
        return Reading.of(
                CommandWords.after(words, "/t").equalsIgnoreCase("REG_DWORD")
                        ? new RegistryChore.SetNumber(key, name, Long.decode(value))
                        : new RegistryChore.SetText(key, name, value));
    }

    private static Reading permissions(List<String> words) {
        String grant = CommandWords.after(words, "/grant").toUpperCase(Locale.ROOT);
        boolean grants = SYSTEM.stream().anyMatch(grant::startsWith);
        return grants
                ? Reading.of(new SystemChore.GrantSystem(words.get(1)))
                : new Reading.Unknown("icacls");
    }

    private static Reading boot(List<String> words) {
        if (!words.contains("safeboot")) {
            return new Reading.Unknown("bcdedit");
        }
        return Reading.of(new SystemChore.StartInRestoreMode(words.contains("dsrepair")));
    }

    private static Reading rename(List<String> words) {
        return words.size() == 3
                ? Reading.of(new SystemChore.Rename(words.get(1), words.get(2)))
                : new Reading.Unknown("ren");
    }

    private static Reading copy(List<String> words) {
        return words.size() == 3
                ? Reading.of(new SystemChore.Copy(words.get(1), words.get(2)))
                : new Reading.Unknown("copy");
    }
}
