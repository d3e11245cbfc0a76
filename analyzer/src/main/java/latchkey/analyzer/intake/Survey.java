package latchkey.analyzer.intake;

import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Looks into everything once and lists what can be read and what cannot. */
final class Survey {
    private static final int BUFFER = 128 * 1024;
    private static final int MEMORY_KIB = 160 * 1024;

    private final Limits limits;
    private final Budget budget;
    private final Spool spool;
    private final List<Item> items = new ArrayList<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private final Map<String, Integer> names = new HashMap<>();
    private int entries;
    private long namesInAll;
    private boolean isFull;

    Survey(Limits limits, Spool spool) {
        this.limits = limits;
        this.budget = new Budget(limits);
        this.spool = spool;
    }

    List<Item> items() {
        return items;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    void refuse(String name, String because) {
        String shown = name.length() > limits.nameLength() ? name.substring(0, 100) + "..." : name;
        refusals.add(new Refusal(shown, because));
    }

    /** Counts an entry; the first one too many is told, in the name of what holds it. */
    boolean takesMore(String holder) {
        if (entries < limits.entries() && namesInAll < limits.namesInAll()) {
            return true;
        }
        if (!isFull) {
            isFull = true;
            refuse(
                    holder,
                    entries < limits.entries()
                            ? "The limit of "
                                    + limits.namesInAll()
                                    + " characters of names was reached here; the rest was not"
                                    + " read."
                            : "The limit of "
                                    + limits.entries()
                                    + " files was reached here; the rest was not read.");
        }
        return false;
    }

    int mostEntries() {
        return limits.entries();
    }

    void counted(String name) {
        entries++;
        namesInAll += name.length();
    }

    /**
     * Where something lies.
     *
     * @param name what it is called in the report
     * @param inside what names of files in it begin with
     * @param depth archives around it
     */
    record Place(String name, String inside, int depth) {}

    void file(Place place, Member member) {
        Kind kind = Kind.of(member.head());
        try {
            if (kind == Kind.FILE) {
                items.add(item(place.name, member));
            } else {
                archive(place, member, kind);
            }
        } catch (IOException e) {
            refuse(place.name, Guarded.because(e));
        }
    }

    /** Opens a member although its first bytes do not say that it is an archive. */
    void archive(Place place, Member member, Kind kind) throws IOException {
        if (kind == Kind.CABINET || kind == Kind.RAR) {
            throw new RefusedException(
                    "Archives of kind " + kind.word() + " are not opened; unpack it first.");
        }
        if (place.depth >= limits.depth()) {
            throw new RefusedException(
                    "Archives nested more than " + limits.depth() + " deep are not opened.");
        }
        if (kind.isCompressor()) {
            compressed(place, member, kind);
            return;
        }
        Bytes bytes = member.direct() == null ? kept(item(place.name, member)) : member.direct();
        list(place, bytes, kind);
    }

    private void list(Place place, Bytes bytes, Kind kind) throws IOException {
        Shelf shelf = new Inside(place);
        if (kind == Kind.ZIP) {
            ZipArchive.list(bytes, shelf, limits.entries() + 1);
        } else if (kind == Kind.TAR) {
            TarArchive.list(bytes, shelf);
        } else {
            SevenZipArchive.list(bytes, shelf, spool, budget.meter(bytes.size()));
        }
    }

    /** A compressed tar is one archive; any other content is one file inside. */
    private void compressed(Place place, Member packed, Kind kind) throws IOException {
        Item outer = item(place.name, packed);
        Member.Opening opening = () -> unpacking(kind, outer.open());
        Bytes direct = packed.direct();
        long size = direct == null ? packed.size() : direct.size();
        String base = place.name.substring(place.name.lastIndexOf('/') + 1);
        Member inner =
                new Member(
                        stripped(base), head(opening), -1, Math.max(0, size), null, opening, null);
        if (Kind.of(inner.head()) == Kind.TAR) {
            archive(place, inner, Kind.TAR);
        } else {
            String name = unique(place.inside + inner.name());
            counted(name);
            file(new Place(name, name + "!/", place.depth + 1), inner);
        }
    }

    private static InputStream unpacking(Kind kind, InputStream packed) throws RefusedException {
        return Guarded.guarded(
                () ->
                        switch (kind) {
                            case GZIP -> new GZIPInputStream(packed, BUFFER);
                            case XZ ->
                                    XZCompressorInputStream.builder()
                                            .setInputStream(new BufferedInputStream(packed, BUFFER))
                                            .setDecompressConcatenated(true)
                                            .setMemoryLimitKiB(MEMORY_KIB)
                                            .get();
                            case BZIP2 ->
                                    new BZip2CompressorInputStream(
                                            new BufferedInputStream(packed, BUFFER), true);
                            case FILE, ZIP, SEVEN_Z, TAR, CABINET, RAR -> packed;
                        });
    }

    private static byte[] head(Member.Opening opening) throws RefusedException {
        return Guarded.guarded(
                () -> {
                    byte[] head = new byte[Kind.HEAD];
                    int length = 0;
                    try (InputStream stream = opening.open()) {
                        length = TextStream.fill(stream, head);
                    }
                    return Arrays.copyOf(head, length);
                });
    }

    private Bytes kept(Item item) throws IOException {
        try (InputStream stream = item.open()) {
            return spool.keep(stream);
        }
    }

    private Item item(String name, Member member) {
        if (member.packed() < 0) {
            return new Found(name, member.size(), member.opening());
        }
        Budget.Meter meter = budget.meter(member.packed());
        return new Found(name, member.size(), () -> Guarded.metered(member, meter));
    }

    /** A file that was listed. */
    private record Found(String name, long size, Member.Opening opening) implements Item {
        @Override
        public InputStream open() throws IOException {
            return opening.open();
        }
    }

    /** Two files of one name are kept apart by a number, in the order of the archive. */
    String unique(String name) {
        Integer before = names.putIfAbsent(name, 1);
        if (before == null) {
            return name;
        }
        int number = before + 1;
        while (names.containsKey(name + "#" + number)) {
            number++;
        }
        names.put(name, number);
        names.put(name + "#" + number, 1);
        return name + "#" + number;
    }

    private static String stripped(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        for (String ending : List.of(".gz", ".xz", ".bz2")) {
            if (lower.endsWith(ending) && lower.length() > ending.length()) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }

    /** What is found in one archive. */
    private final class Inside implements Shelf {
        private final Place around;

        Inside(Place around) {
            this.around = around;
        }

        @Override
        public boolean takesMore() {
            return Survey.this.takesMore(around.name);
        }

        @Override
        public void file(Member member) {
            counted(around.inside + member.name());
            if (member.name().length() > limits.nameLength()) {
                Survey.this.refuse(around.inside + member.name(), "Its name is too long.");
                return;
            }
            String name = unique(around.inside + spelled(member.name()));
            Survey.this.file(new Place(name, name + "!/", around.depth + 1), member);
        }

        @Override
        public void refuse(String name, String because) {
            counted(around.inside + name);
            Survey.this.refuse(around.inside + spelled(name), because);
        }

        private static String spelled(String name) {
            return name.isEmpty() ? "(no name)" : name.replace('\\', '/');
        }
    }
}
