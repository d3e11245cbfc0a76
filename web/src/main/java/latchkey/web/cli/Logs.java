package latchkey.web.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.logging.FileHandler;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** What the server says about itself goes to two small files beside the cases. */
final class Logs {
    private static final int LARGEST = 4 << 20;

    private Logs() {}

    static void to(Path pattern) throws IOException {
        LogManager.getLogManager().reset();
        Handler handler = new FileHandler(pattern.toString(), LARGEST, 2, true);
        handler.setFormatter(new SimpleFormatter());
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        root.setLevel(Level.WARNING);
    }
}
