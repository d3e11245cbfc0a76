package latchkey.analyzer.report.face;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.SerializableString;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.io.CharacterEscapes;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;

import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Writes JSON with stable bytes; what cannot be seen is escaped by JSON's own rule, so the text
 * stays what it is.
 */
final class JsonPage {
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .characterEscapes(new HiddenEscapes())
                    .disable(JsonWriteFeature.ESCAPE_FORWARD_SLASHES)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();

    private final JsonGenerator json;

    private JsonPage(JsonGenerator json) {
        this.json = json;
    }

    static void indented(Writer out, Consumer<JsonPage> document) throws IOException {
        write(new Indented(), out, document);
    }

    static void onOneLine(Writer out, Consumer<JsonPage> document) throws IOException {
        write(ObjectWriteContext.empty(), out, document);
    }

    private static void write(ObjectWriteContext context, Writer out, Consumer<JsonPage> document)
            throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(context, out)) {
            document.accept(new JsonPage(json));
        } catch (JacksonIOException e) {
            throw e.getCause();
        }
        out.write('\n');
        out.flush();
    }

    void object(Runnable members) {
        json.writeStartObject();
        members.run();
        json.writeEndObject();
    }

    void object(String name, Runnable members) {
        json.writeName(name);
        object(members);
    }

    void text(String name, @Nullable Object value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeStringProperty(name, value.toString());
        }
    }

    void number(String name, @Nullable Number value) {
        if (value == null) {
            json.writeNullProperty(name);
        } else {
            json.writeNumberProperty(name, value.longValue());
        }
    }

    void flag(String name, boolean value) {
        json.writeBooleanProperty(name, value);
    }

    void nothing(String name) {
        json.writeNullProperty(name);
    }

    void texts(String name, Collection<?> values) {
        json.writeArrayPropertyStart(name);
        values.forEach(value -> json.writeString(value.toString()));
        json.writeEndArray();
    }

    /** A document that is an array of objects. */
    <T> void array(Collection<T> items, Consumer<T> members) {
        json.writeStartArray();
        items.forEach(item -> object(() -> members.accept(item)));
        json.writeEndArray();
    }

    /** An array of objects. */
    <T> void objects(String name, Collection<T> items, Consumer<T> members) {
        json.writeArrayPropertyStart(name);
        items.forEach(item -> object(() -> members.accept(item)));
        json.writeEndArray();
    }

    /** Two blanks a level, line feeds on every system, {@code "name": value}. */
    private static final class Indented extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
            Separators separators =
                    Separators.createDefaultInstance()
                            .withObjectNameValueSpacing(Separators.Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator("");
            return new DefaultPrettyPrinter(separators)
                    .withObjectIndenter(indenter)
                    .withArrayIndenter(indenter);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    /** All that {@link Visible} would escape, and surrogates, which come one by one. */
    private static final class HiddenEscapes extends CharacterEscapes {
        private static final long serialVersionUID = 1L;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = CharacterEscapes.standardAsciiEscapesForJSON();
            codes[0x7f] = CharacterEscapes.ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public @Nullable SerializableString getEscapeSequence(int unit) {
            if (unit < 0x80 || !Visible.isHidden(unit)) {
                return null;
            }
            return new SerializedString(String.format(Locale.ROOT, "\\u%04x", unit));
        }
    }
}
