package latchkey.simulator.agent.handler;

import latchkey.simulator.guest.FileTree;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A log of a handler built on the JSON extension framework: stamp, level and text by tabs. */
@Known(how = How.INFERRED, source = "ADDomainExtension.log of the sibling extension, 2016 and 2020")
final class HandlerLog {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSSS'Z'", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);
    private static final int LONGEST = 64 * 1024;

    private final HandlerFolder folder;
    private final String path;

    HandlerLog(HandlerFolder folder, String name) {
        this.folder = folder;
        this.path = folder.logs() + "\\" + name;
    }

    void info(Instant at, String text) {
        add(at, "Info", text);
    }

    void error(Instant at, String text) {
        add(at, "Error", text);
    }

    private void add(Instant at, String level, String text) {
        FileTree files = folder.guest().files();
        String former = files.read(path).map(FileTree.Entry::text).orElse("");
        if (former.length() > LONGEST) {
            former = former.substring(former.indexOf('\n', former.length() - LONGEST / 2) + 1);
        }
        files.put(path, former + STAMP.format(at) + "\t[" + level + "]:\t" + text + "\r\n");
    }
}
