package latchkey.analyzer.redaction;

import latchkey.analyzer.intake.Item;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicReference;

/** A text file as UTF-8 without its secrets; every line keeps its number. */
public final class MaskedText {
    private MaskedText() {}

    /**
     * Copies the whole text, or what can be read of it.
     *
     * @return false when the item is no text; then nothing was written
     */
    public static boolean copy(Item item, OutputStream out) throws IOException {
        Redactor redactor = Redactor.secretsOnly();
        AtomicReference<@Nullable IOException> failure = new AtomicReference<>();
        try (TextCopy copy = TextCopy.open(item)) {
            if (copy.isBinary()) {
                return false;
            }
            copy.eachBlock(
                    block -> {
                        try {
                            out.write(redactor.mask(block).getBytes(StandardCharsets.UTF_8));
                        } catch (IOException e) {
                            failure.compareAndSet(null, e);
                        }
                    });
        }
        IOException broken = failure.get();
        if (broken != null) {
            throw broken;
        }
        return true;
    }
}
