package latchkey.simulator.guest;

import latchkey.simulator.world.World;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Programs and the processes they run as. How a program behaves is set by folder: the longest
 * folder that holds it decides.
 */
public final class Programs {
    /** How a program behaves once it is run. */
    public sealed interface Conduct {
        /** It does what it is made for. */
        record Ordinary() implements Conduct {}

        /**
         * It ends at once with that exit code.
         *
         * @param code its exit code
         * @param output what it writes to standard error
         */
        record Exits(int code, String output) implements Conduct {}

        /**
         * It never ends by itself.
         *
         * @param begins whether it begins its work before it gets stuck
         */
        record Hangs(boolean begins) implements Conduct {}

        /** It does what it is made for, so much later. */
        record Slow(Duration by) implements Conduct {}
    }

    /**
     * A running program.
     *
     * @param number process id
     * @param image full path of its program
     * @param killed what happens when somebody ends it from outside
     */
    public record Running(int number, String image, Runnable killed) {}

    private record Ambush(String part, String victim, Duration after) {}

    /** Stands for any one folder in a path whose conduct is set. */
    public static final String ANY = "*";

    private static final int FIRST_NUMBER = 1204;
    private static final int NUMBER_STEP = 4;

    private final World world;
    private final Guest guest;
    private final Map<String, Conduct> conducts = new TreeMap<>();
    private final Set<String> passing = new TreeSet<>();
    private final List<Running> running = new ArrayList<>();
    private final List<Ambush> ambushes = new ArrayList<>();
    private int nextNumber = FIRST_NUMBER;

    Programs(World world, Guest guest) {
        this.world = world;
        this.guest = guest;
    }

    /** Sets how everything below a folder behaves. */
    public void setConduct(String folder, Conduct conduct) {
        conducts.put(fold(folder), conduct);
    }

    /** The same for as long as Windows runs: a restart ends what holds them up. */
    public void setPassingConduct(String folder, Conduct conduct) {
        setConduct(folder, conduct);
        passing.add(fold(folder));
    }

    /** Everything below that folder behaves ordinarily again. */
    public void clearConduct(String folder) {
        conducts.remove(fold(folder));
        passing.remove(fold(folder));
    }

    /** How the program at that path behaves. */
    public Conduct conductOf(String path) {
        String folded = fold(path);
        Conduct found = new Conduct.Ordinary();
        int longest = -1;
        for (Map.Entry<String, Conduct> entry : conducts.entrySet()) {
            if (covers(entry.getKey(), folded) && entry.getKey().length() > longest) {
                longest = entry.getKey().length();
                found = entry.getValue();
            }
        }
        return found;
    }

    private static boolean covers(String folder, String path) {
        int any = folder.indexOf("\\" + ANY + "\\");
        if (any < 0) {
            return path.startsWith(folder);
        }
        if (!path.startsWith(folder.substring(0, any + 1))) {
            return false;
        }
        int next = path.indexOf('\\', any + 1);
        return next > 0 && path.substring(next).startsWith(folder.substring(any + 2));
    }

    /** A program starts to run. */
    public Running start(String image, Runnable killed) {
        Running process = new Running(nextNumber, image, killed);
        nextNumber += NUMBER_STEP;
        running.add(process);
        String folded = fold(image);
        for (Ambush ambush : ambushes) {
            if (folded.contains(ambush.part())) {
                world.after(ambush.after(), "ambush", () -> kill(ambush.victim()));
            }
        }
        return process;
    }

    /** A program ended by itself. */
    public void end(Running process) {
        running.remove(process);
    }

    /** Whether that process still runs. */
    public boolean isRunning(Running process) {
        return running.contains(process);
    }

    /** The processes, oldest first. */
    public List<Running> running() {
        return List.copyOf(running);
    }

    /** Ends every process whose file has that name. */
    public void kill(String fileName) {
        String ending = "\\" + fold(fileName);
        for (Running process : running()) {
            if (fold(process.image()).endsWith(ending)) {
                running.remove(process);
                world.tell("os/" + guest.computer(), "process-killed", "program", process.image());
                process.killed().run();
            }
        }
    }

    /**
     * From now on, whenever a program starts whose path holds that part, another one is killed soon
     * after.
     */
    public void ambush(String part, String victim, Duration after) {
        ambushes.add(new Ambush(fold(part), victim, after));
    }

    /** No such killing any more. */
    public void liftAmbushes() {
        ambushes.clear();
    }

    /** What is known under that name, for who asks whether a program runs. */
    public Optional<Running> find(String fileName) {
        String ending = "\\" + fold(fileName);
        return running.stream()
                .filter(process -> fold(process.image()).endsWith(ending))
                .findFirst();
    }

    /** All end with the operating system, untold. */
    void endAll() {
        running.clear();
        conducts.keySet().removeAll(passing);
        passing.clear();
    }

    private static String fold(String path) {
        return path.toLowerCase(Locale.ROOT).replace('/', '\\');
    }
}
