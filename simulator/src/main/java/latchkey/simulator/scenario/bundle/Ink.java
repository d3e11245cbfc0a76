package latchkey.simulator.scenario.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Content that can be poured any number of times, always the same; it need not fit in memory. */
@FunctionalInterface
public interface Ink {
    /** Writes the content. */
    void pour(OutputStream out) throws IOException;

    /** A text, in UTF-8. */
    static Ink of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Bytes. */
    static Ink of(byte[] bytes) {
        byte[] kept = bytes.clone();
        return out -> out.write(kept);
    }

    /** All of it at once; for content that is known to be small. */
    default byte[] bytes() throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        pour(all);
        return all.toByteArray();
    }
}
