package latchkey.web.job;

import java.io.IOException;

/** The process of an analysis that tells that it began and then never ends by itself. */
public final class StalledChild {
    private StalledChild() {}

    public static void main(String[] args) throws IOException {
        System.out.println(
                "{\"kind\":\"progress\",\"tells\":{\"pid\":"
                        + ProcessHandle.current().pid()
                        + "}}");
        System.out.flush();
        while (System.in.read() >= 0) {
            // Its parent says nothing.
        }
    }
}
