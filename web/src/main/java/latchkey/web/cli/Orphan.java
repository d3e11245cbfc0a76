package latchkey.web.cli;

import java.io.IOException;
import java.io.InputStream;

/**
 * A process that the server started must not outlive it: its standard input ends with the server.
 */
final class Orphan {
    private static final int LEFT_ALONE = 67;

    private Orphan() {}

    static void endWithParent(InputStream parent) {
        Thread watch =
                new Thread(
                        () -> {
                            try {
                                while (parent.read() >= 0) {
                                    // The server says nothing; its silence ends when it does.
                                }
                            } catch (IOException e) {
                                // As good as an end.
                            }
                            Runtime.getRuntime().halt(LEFT_ALONE);
                        },
                        "parent");
        watch.setDaemon(true);
        watch.start();
    }
}
