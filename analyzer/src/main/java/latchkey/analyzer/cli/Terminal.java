package latchkey.analyzer.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which of the standard streams a person is looking at. */
public record Terminal(boolean out, boolean err) {
    public static final Terminal NONE = new Terminal(false, false);

    /** The launcher says so ({@code -Dlatchkey.terminal=out,err}); without it Linux is asked. */
    static Terminal ofProcess() {
        String told = System.getProperty("latchkey.terminal");
        if (told != null) {
            return new Terminal(told.contains("out"), told.contains("err"));
        }
        return new Terminal(isTerminal(1), isTerminal(2));
    }

    private static boolean isTerminal(int descriptor) {
        try {
            String target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + descriptor)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }
}
