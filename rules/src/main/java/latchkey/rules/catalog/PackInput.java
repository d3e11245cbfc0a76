package latchkey.rules.catalog;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads what {@link PackOutput} wrote, straight from an array: every start does this before
 * anything is compiled, and each call less is felt. Bytes that end too soon make an {@link
 * ArrayIndexOutOfBoundsException} or an {@link IndexOutOfBoundsException}.
 */
final class PackInput {
    private final byte[] bytes;

    /** Texts by index, each made when it is first asked for; where its length stands. */
    private final @Nullable String[] texts;

    private final int[] places;
    private int at;

    /**
     * @param from where {@link PackOutput#whole} begins
     */
    PackInput(byte[] bytes, int from) {
        this.bytes = bytes;
        at = from;
        int count = number();
        texts = new String[count];
        places = new int[count];
        int place = at;
        for (int i = 0; i < count; i++) {
            places[i] = place;
            place += 2 + ((bytes[place] & 0x7F) << Byte.SIZE | bytes[place + 1] & 0xFF);
        }
        at = place;
    }

    private PackInput(PackInput whole, int from) {
        bytes = whole.bytes;
        texts = whole.texts;
        places = whole.places;
        at = from;
    }

    /**
     * A part that was written to be read later, by whoever needs it; this one goes on behind it.
     */
    PackInput later() {
        int length = bits();
        PackInput part = new PackInput(this, at);
        at += length;
        return part;
    }

    int number() {
        int value = (bytes[at] & 0xFF) << Byte.SIZE | bytes[at + 1] & 0xFF;
        at += 2;
        return value;
    }

    int bits() {
        return number() << Short.SIZE | number();
    }

    boolean yes() {
        return bytes[at++] != 0;
    }

    /** One of an enum's constants, null where there was none. */
    <E extends Enum<E>> @Nullable E labelOrNull(E[] constants) {
        int ordinal = bytes[at++] & 0xFF;
        return ordinal == 0xFF ? null : constants[ordinal];
    }

    <E extends Enum<E>> E label(E[] constants) {
        return constants[bytes[at++] & 0xFF];
    }

    String text() {
        return text(number());
    }

    @Nullable String textOrNull() {
        int index = number();
        return index == PackOutput.NONE ? null : text(index);
    }

    List<String> texts() {
        int count = number();
        if (count == 0) {
            return List.of();
        }
        String[] values = new String[count];
        for (int i = 0; i < count; i++) {
            values[i] = text(number());
        }
        return List.of(values);
    }

    Map<String, String> textMap() {
        int count = number();
        if (count == 0) {
            return Map.of();
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < count; i++) {
            String key = text();
            values.put(key, text());
        }
        return values;
    }

    private String text(int index) {
        String known = texts[index];
        if (known == null) {
            int place = places[index];
            int length = (bytes[place] & 0xFF) << Byte.SIZE | bytes[place + 1] & 0xFF;
            known =
                    (length & PackOutput.WIDE) == 0
                            ? new String(bytes, place + 2, length, StandardCharsets.ISO_8859_1)
                            : new String(
                                    bytes,
                                    place + 2,
                                    length - PackOutput.WIDE,
                                    StandardCharsets.UTF_8);
            texts[index] = known;
        }
        return known;
    }
}
