package latchkey.rules.catalog;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Writes what {@link PackInput} reads: numbers of one or two bytes, and texts as indices into a
 * table that stands before all else.
 */
final class PackOutput {
    /** Index that stands for no text; also the bound of every other number. */
    static final int NONE = 0xFFFF;

    /** Set in the length of a text that is not pure ASCII. */
    static final int WIDE = 0x8000;

    private final Map<String, Integer> texts = new LinkedHashMap<>();
    private ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** A number from 0 to 65534. */
    void number(int value) {
        if (value < 0 || value >= NONE) {
            throw new IllegalArgumentException("the pack's form holds no number such as " + value);
        }
        writeShort(value, bytes);
    }

    /** Any 32 bits. */
    void bits(int value) {
        bytes.write(value >>> 3 * Byte.SIZE);
        bytes.write(value >>> 2 * Byte.SIZE);
        bytes.write(value >>> Byte.SIZE);
        bytes.write(value);
    }

    void yes(boolean value) {
        bytes.write(value ? 1 : 0);
    }

    void label(@Nullable Enum<?> constant) {
        bytes.write(constant == null ? 0xFF : constant.ordinal());
    }

    void text(@Nullable String value) {
        if (value == null) {
            writeShort(NONE, bytes);
            return;
        }
        Integer known = texts.putIfAbsent(value, texts.size());
        number(known == null ? texts.size() - 1 : known);
    }

    /** Texts, or things that are their text. */
    void texts(Collection<?> values) {
        number(values.size());
        values.forEach(value -> text(value.toString()));
    }

    void textMap(Map<String, String> values) {
        number(values.size());
        values.forEach(
                (key, value) -> {
                    text(key);
                    text(value);
                });
    }

    /** A part that a reader may leave for later, see {@link PackInput#later}. */
    void later(Runnable writesPart) {
        ByteArrayOutputStream before = bytes;
        bytes = new ByteArrayOutputStream();
        writesPart.run();
        byte[] part = bytes.toByteArray();
        bytes = before;
        bits(part.length);
        bytes.writeBytes(part);
    }

    /** The table of texts and, behind it, everything else. */
    byte[] whole() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        writeShort(texts.size(), all);
        for (String text : texts.keySet()) {
            byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
            if (utf8.length >= WIDE) {
                throw new IllegalArgumentException("a text of the pack is longer than its form");
            }
            writeShort(utf8.length == text.length() ? utf8.length : utf8.length | WIDE, all);
            all.writeBytes(utf8);
        }
        all.writeBytes(bytes.toByteArray());
        return all.toByteArray();
    }

    private static void writeShort(int value, ByteArrayOutputStream out) {
        out.write(value >>> Byte.SIZE);
        out.write(value);
    }
}
