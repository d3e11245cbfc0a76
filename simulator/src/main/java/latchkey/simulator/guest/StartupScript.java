package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A start-up script of local group policy that makes an administrator, left on an offline disk. */
@Known(how = How.SPECIFIED, source = "reset a local Windows password offline: FixAzureVM.cmd")
public final class StartupScript {
    private static final String FOLDER = "C:\\Windows\\System32\\GroupPolicy\\Machine\\Scripts\\";
    private static final String SCRIPT = FOLDER + "Startup\\FixAzureVM.cmd";

    private StartupScript() {}

    /** Leaves the script on the disk, to be run by the system account at the next start. */
    public static void leave(Guest guest, String account, String password) {
        guest.files()
                .write(
                        FOLDER + "scripts.ini",
                        "[Startup]\r\n0CmdLine=FixAzureVM.cmd\r\n0Parameters=\r\n");
        String name = "\"" + account + "\"";
        guest.files()
                .write(
                        SCRIPT,
                        "net user "
                                + name
                                + " \""
                                + password
                                + "\" /add\r\nnet user "
                                + name
                                + " \""
                                + password
                                + "\"\r\nnet localgroup administrators "
                                + name
                                + " /add\r\nnet localgroup \"remote desktop users\" "
                                + name
                                + " /add\r\n");
    }

    /** Runs the script if there is one; what it refuses it refuses unseen. */
    static void run(Guest guest) {
        Optional<FileTree.Entry> script = guest.files().read(SCRIPT);
        if (script.isPresent()) {
            script.get().text().lines().map(StartupScript::words).forEach(w -> command(guest, w));
        }
    }

    private static void command(Guest guest, List<String> words) {
        if (words.size() < 4 || !words.getFirst().equalsIgnoreCase("net")) {
            return;
        }
        boolean add = words.getLast().equalsIgnoreCase("/add");
        if (words.get(1).equalsIgnoreCase("user")) {
            user(guest, words.get(2), words.get(3), add);
        } else if (words.get(1).equalsIgnoreCase("localgroup") && add) {
            GroupNames.find(words.get(2), guest.spec().tongue())
                    .ifPresent(sid -> join(guest, words.get(3), sid));
        }
    }

    private static void user(Guest guest, String name, String password, boolean add) {
        Optional<Account> account = guest.accounts().find(name);
        if (account.isEmpty() && add) {
            guest.accounts().create(name, password);
        } else if (account.isPresent() && !add) {
            guest.accounts().setPassword(account.get(), password);
        }
    }

    private static void join(Guest guest, String name, String sid) {
        guest.accounts().find(name).ifPresent(account -> guest.accounts().join(account, sid));
    }

    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        String[] parts = line.split("\"");
        for (int i = 0; i < parts.length; i++) {
            if (i % 2 == 1) {
                words.add(parts[i]);
            } else if (!parts[i].isBlank()) {
                words.addAll(List.of(parts[i].strip().split(" +")));
            }
        }
        return words;
    }
}
