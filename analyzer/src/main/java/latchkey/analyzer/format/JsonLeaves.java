package latchkey.analyzer.format;

import org.jspecify.annotations.Nullable;

import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/**
 * The values of all JSON in a text: one document, several, or documents inside other words. What is
 * broken or cut is read as far as it goes, and a string that holds a document is opened in place.
 */
final class JsonLeaves {
    static final int MOST = 20_000;

    private static final int DEEPEST_STRING = 6;
    private static final int MOST_BROKEN = 50;
    private static final JsonFactory FACTORY =
            JsonFactory.builder()
                    .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                    .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                    .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
                    .enable(JsonReadFeature.ALLOW_LEADING_ZEROS_FOR_NUMBERS)
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(64)
                                    .maxStringLength(1 << 20)
                                    .build())
                    .build();

    private final String text;
    private final int deep;
    private final List<List<Leaf>> documents = new ArrayList<>();
    private final List<Span> prose = new ArrayList<>();
    private int found;
    private int broken;
    private @Nullable String because;

    private JsonLeaves(String text, int deep) {
        this.text = text;
        this.deep = deep;
    }

    static JsonLeaves of(String text) {
        JsonLeaves leaves = new JsonLeaves(text, 0);
        leaves.readAll();
        return leaves;
    }

    /**
     * The values in their order; where there are several documents the first step is the number of
     * the document.
     */
    List<Leaf> values() {
        if (documents.size() == 1) {
            return documents.getFirst();
        }
        List<Leaf> all = new ArrayList<>();
        for (int i = 0; i < documents.size(); i++) {
            for (Leaf leaf : documents.get(i)) {
                all.add(new Leaf("/" + i + leaf.path(), leaf.value(), leaf.offset(), leaf.end()));
            }
        }
        return all;
    }

    /** What stands outside of the documents. */
    List<Span> prose() {
        return prose;
    }

    /** Why not all could be read, null when it could. */
    @Nullable String because() {
        return because;
    }

    /** A part of the text. */
    record Span(int from, int to) {}

    private void readAll() {
        int at = 0;
        while (at < text.length()) {
            int start = broken > MOST_BROKEN || found >= MOST ? -1 : nextDocument(at);
            if (start < 0) {
                outside(at, text.length());
                return;
            }
            outside(at, start);
            at = readDocument(start);
        }
    }

    private void outside(int from, int to) {
        if (from < to && !text.substring(from, to).isBlank() && found < MOST) {
            prose.add(new Span(from, to));
        }
    }

    private int nextDocument(int from) {
        for (int i = from; i < text.length(); i++) {
            char letter = text.charAt(i);
            if ((letter == '{' || letter == '[')
                    && opens(text, i, i < 64 && text.substring(0, i).isBlank())) {
                return i;
            }
        }
        return -1;
    }

    /** Whether a document may begin here; inside other words brackets mean many things. */
    private static boolean opens(String text, int at, boolean first) {
        int next = at + 1;
        while (next < text.length() && Character.isWhitespace(text.charAt(next))) {
            next++;
        }
        if (next == text.length()) {
            return first;
        }
        char letter = text.charAt(next);
        if (text.charAt(at) == '{') {
            return letter == '"' || (first && letter == '}');
        }
        return letter == '{' || (first && (letter == '"' || letter == '[' || letter == ']'));
    }

    private int readDocument(int start) {
        StringReader reader = new StringReader(text);
        List<Leaf> values = new ArrayList<>();
        Trail trail = new Trail();
        int end = start;
        try (JsonParser parser =
                FACTORY.createParser(ObjectReadContext.empty(), skipped(reader, start))) {
            do {
                JsonToken token = parser.nextToken();
                if (token == null) {
                    throw new IllegalStateException(
                            "a parser ends with an error inside a document");
                }
                int offset = start + (int) parser.currentTokenLocation().getCharOffset();
                String value = token.isScalarValue() ? parser.getString() : "";
                end = start + (int) parser.currentLocation().getCharOffset();
                take(token, trail, new Leaf("", value, offset, end), parser.currentName(), values);
            } while (!trail.isEmpty() && found < MOST);
            if (!trail.isEmpty()) {
                partly("The document has more than " + MOST + " values; only the first were read.");
                end = text.length();
            }
        } catch (JacksonException e) {
            broken++;
            end = Math.max(end, start + 1);
            end = cutString(end, trail, values);
            partly(
                    end >= text.length() || text.substring(end).isBlank()
                            ? "The JSON ends in the middle; what came before was read."
                            : "The JSON is broken on the way; what can be read was read.");
        }
        found++;
        if (!values.isEmpty()) {
            documents.add(values);
        }
        return end;
    }

    private static StringReader skipped(StringReader reader, int start) {
        try {
            reader.skip(start);
        } catch (java.io.IOException e) {
            throw new IllegalStateException("a text in memory cannot be read", e);
        }
        return reader;
    }

    private void take(
            JsonToken token, Trail trail, Leaf raw, @Nullable String name, List<Leaf> values) {
        if (token.isStructStart()) {
            trail.enter(token == JsonToken.START_ARRAY);
        } else if (token.isStructEnd()) {
            trail.leave();
        } else if (token == JsonToken.PROPERTY_NAME) {
            trail.name(name == null ? "" : name);
        } else {
            String path = trail.step();
            Leaf leaf = new Leaf(path, raw.value(), raw.offset(), raw.end());
            boolean opened = token == JsonToken.VALUE_STRING && openString(leaf, values);
            if (!opened) {
                values.add(leaf);
                found++;
            }
        }
    }

    /**
     * Reads the document that a string holds; false when the string itself still says something.
     */
    private boolean openString(Leaf leaf, List<Leaf> values) {
        String inner = leaf.value();
        int first = 0;
        while (first < inner.length() && Character.isWhitespace(inner.charAt(first))) {
            first++;
        }
        boolean document =
                first < inner.length()
                        && (inner.charAt(first) == '{' || inner.charAt(first) == '[')
                        && opens(inner, first, true);
        if (!document || deep >= DEEPEST_STRING || leaf.isSealed()) {
            return false;
        }
        JsonLeaves nested = new JsonLeaves(inner, deep + 1);
        nested.found = found;
        nested.readAll();
        found = nested.found;
        int cursor = leaf.offset();
        for (Leaf value : nested.values()) {
            int offset = placeOf(value, cursor, leaf);
            cursor = Math.max(cursor, offset);
            values.add(
                    new Leaf(leaf.path() + "!" + value.path(), value.value(), offset, leaf.end()));
        }
        return nested.because == null && nested.prose.isEmpty();
    }

    /**
     * Where a value of a document inside a string stands: found by its first letters, which no
     * escape changes.
     */
    private int placeOf(Leaf value, int from, Leaf outer) {
        int length = 0;
        String letters = value.value();
        while (length < letters.length() && length < 24 && isPlain(letters.charAt(length))) {
            length++;
        }
        if (deep > 0 || length == 0) {
            return from;
        }
        int at = text.indexOf(letters.substring(0, length), from, outer.end());
        return at < 0 ? from : at;
    }

    private static boolean isPlain(char letter) {
        return letter >= ' ' && letter < 127 && letter != '"' && letter != '\\' && letter != '/';
    }

    /** Keeps the beginning of a string that the end of the text cuts off. */
    private int cutString(int from, Trail trail, List<Leaf> values) {
        int at = from;
        if (endsInOpenQuote(from)) {
            at--;
        }
        while (at < text.length()
                && (Character.isWhitespace(text.charAt(at))
                        || ":,".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        boolean value = trail.awaitsValue() && at < text.length() && text.charAt(at) == '"';
        if (!value || text.length() - at > 1 << 20 || closes(at + 1)) {
            return from;
        }
        Leaf cut = new Leaf(trail.step(), unescaped(text.substring(at + 1)), at, text.length());
        if (!openString(cut, values)) {
            values.add(cut);
            found++;
        }
        return text.length();
    }

    /** The parser reads the first quote of a value together with its name. */
    private boolean endsInOpenQuote(int end) {
        int at = end - 2;
        while (at > 0 && Character.isWhitespace(text.charAt(at))) {
            at--;
        }
        return at > 0 && text.charAt(end - 1) == '"' && text.charAt(at) == ':';
    }

    private boolean closes(int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) == '\\') {
                i++;
            } else if (text.charAt(i) == '"') {
                return true;
            }
        }
        return false;
    }

    private static String unescaped(String raw) {
        StringBuilder plain = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char letter = raw.charAt(i);
            if (letter != '\\' || i + 1 == raw.length()) {
                plain.append(letter);
                continue;
            }
            char escape = raw.charAt(++i);
            plain.append(
                    switch (escape) {
                        case 'n' -> '\n';
                        case 'r' -> '\r';
                        case 't' -> '\t';
                        default -> escape;
                    });
        }
        return plain.toString();
    }

    private void partly(String why) {
        if (because == null) {
            because = why;
        }
    }
}
