package latchkey.simulator.agent.log;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * Files of the agent that are made when somebody takes them. All other files of a machine lie in
 * its file tree.
 */
public final class Logs {
    /** Folder of the agent's logs. */
    public static final String FOLDER = "C:\\WindowsAzure\\Logs\\";

    @Known(how = How.RECORDED, source = "a directory listing of 2018: about ten older copies")
    private static final int COPIES = 11;

    private static final DateTimeFormatter COPY_STAMP =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS", Locale.ROOT).withZone(ZoneOffset.UTC);

    private record Copy(Instant at, String json) {}

    private final World world;
    private final Guest guest;
    private final HeaderForm form;
    private final Diary agent;
    private final Diary installer;
    private final Deque<Copy> copies = new ArrayDeque<>();

    /** No records yet. */
    public Logs(World world, Guest guest, HeaderForm form) {
        this.world = world;
        this.guest = guest;
        this.form = form;
        this.agent = new Diary(world, guest);
        this.installer = new Diary(world, guest);
    }

    /** WaAppAgent.log. */
    public Diary agent() {
        return agent;
    }

    /** TransparentInstaller.log. */
    public Diary installer() {
        return installer;
    }

    /** How records of this machine's agent begin. */
    public HeaderForm form() {
        return form;
    }

    /** Keeps a copy of a status that was sent; older ones fall away. */
    public void keepStatus(Instant at, String json) {
        copies.addLast(new Copy(at, json));
        if (copies.size() > COPIES) {
            copies.removeFirst();
        }
    }

    /** The files, in order of their paths. */
    public List<LogFile> files() {
        List<LogFile> files = new ArrayList<>();
        copies(files);
        diary(files, "TransparentInstaller", installer);
        diary(files, "WaAppAgent", agent);
        return List.copyOf(files);
    }

    private void copies(List<LogFile> files) {
        if (copies.isEmpty()) {
            return;
        }
        String folder = FOLDER + "AggregateStatus\\aggregatestatus";
        files.add(new Text(folder + ".json", copies.getLast().json()));
        for (Copy copy : copies) {
            String name = folder + "_" + COPY_STAMP.format(copy.at()) + ".json";
            files.add(new Text(name, copy.json()));
        }
    }

    private void diary(List<LogFile> files, String name, Diary diary) {
        String path = FOLDER + name + ".log";
        List<Instant> cuts = guest.files().rotations(path);
        Instant last = cuts.isEmpty() ? Instant.MIN : cuts.getLast();
        if (!cuts.isEmpty()) {
            Instant former = cuts.size() > 1 ? cuts.get(cuts.size() - 2) : Instant.MIN;
            files.add(new Written(FOLDER + name + ".000.log", name, diary, former, last));
        }
        if (diary.size() > 0) {
            files.add(new Written(path, name, diary, last, Instant.MAX));
        }
    }

    private record Text(String path, String content) implements LogFile {
        @Override
        public void writeTo(OutputStream out, LogOptions options) throws IOException {
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
    }

    private final class Written implements LogFile {
        private final String path;
        private final String name;
        private final Diary diary;
        private final Instant from;
        private final Instant until;

        Written(String path, String name, Diary diary, Instant from, Instant until) {
            this.path = path;
            this.name = name;
            this.diary = diary;
            this.from = from;
            this.until = until;
        }

        @Override
        public String path() {
            return path;
        }

        @Override
        public void writeTo(OutputStream out, LogOptions options) throws IOException {
            Chatter chatter = new Chatter(world.seed(), guest.computer() + "/" + name);
            new LogWriter(diary, form, chatter).write(out, options, from, until);
        }
    }
}
