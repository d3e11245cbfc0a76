package latchkey.analyzer.cli;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Reads cases from lines of JSON with {@code id} and {@code raw}; an odd line is told, never
 * skipped.
 */
final class CaseLines {
    private static final int LIMIT = 64 << 20;
    private static final JsonMapper JSON = JsonMapper.shared();

    private final InputStream in;
    private int number;

    CaseLines(InputStream in) {
        this.in = new BufferedInputStream(in, 1 << 16);
    }

    /** What a line turned out to be. */
    sealed interface Line {
        String id();

        record Case(String id, String raw) implements Line {}

        record Broken(String id, String because) implements Line {}
    }

    /** The next line that is not blank; null at the end. */
    @Nullable Line next() throws IOException {
        for (int first = in.read(); first >= 0; first = in.read()) {
            number++;
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            if (!readLine(first, bytes)) {
                return new Line.Broken(
                        "line-" + number, "line " + number + " is longer than 64 MB");
            }
            String text = bytes.toString(StandardCharsets.UTF_8);
            String line = text.startsWith("\ufeff") ? text.substring(1) : text;
            if (!line.isBlank()) {
                return parse(line, "line-" + number);
            }
        }
        return null;
    }

    private Line parse(String line, String otherwise) {
        String place = "line " + number;
        try {
            JsonNode node = JSON.readTree(line);
            JsonNode id = node.path("id");
            String name = id.isString() || id.isNumber() ? id.asString() : otherwise;
            if (!id.isString() && !id.isNumber()) {
                return new Line.Broken(name, place + " has no id");
            }
            JsonNode raw = node.path("raw");
            return raw.isString()
                    ? new Line.Case(name, raw.asString())
                    : new Line.Broken(name, place + " has no text named raw");
        } catch (JacksonException e) {
            return new Line.Broken(otherwise, place + " is not JSON");
        }
    }

    /**
     * Fills in the line that begins with a byte, without its end; false when it was cut at the
     * limit.
     */
    private boolean readLine(int first, ByteArrayOutputStream line) throws IOException {
        boolean whole = true;
        for (int read = first; read >= 0 && read != '\n'; read = in.read()) {
            if (line.size() < LIMIT) {
                line.write(read);
            } else {
                whole = false;
            }
        }
        return whole;
    }
}
