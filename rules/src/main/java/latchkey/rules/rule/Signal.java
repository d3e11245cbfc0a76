package latchkey.rules.rule;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One named item of evidence: where to look and for what. A signal is true (with places), false (it
 * looked and found nothing), or unknown (what it looks at is not there).
 */
public sealed interface Signal {

    /**
     * What a matching line proves, in a few words for the reader of the report; empty where the
     * rule's title says it.
     */
    String says();

    /** A signal that single records show; the others are drawn from those and from facts. */
    sealed interface Seen extends Signal {
        /** The kinds of source to look at; empty means every kind. */
        Set<SourceKind> in();
    }

    /** A signal that is found in the text of records by anchors. */
    sealed interface InText extends Seen {
        Companions companions();

        /** The fixed texts of which every record that shows this holds at least one. */
        List<String> anchors();
    }

    /** Any of some fixed texts, without regard to ASCII case. Each is its own anchor. */
    record Literal(Set<SourceKind> in, List<String> texts, Companions companions, String says)
            implements InText {
        public Literal {
            in = Set.copyOf(in);
            texts = List.copyOf(texts);
        }

        @Override
        public List<String> anchors() {
            return texts;
        }
    }

    /**
     * Any of some RE2 expressions.
     *
     * @param anchors fixed texts of which each match of the expressions holds at least one
     * @param each whether every match in a record counts, as the rows of a pasted list
     */
    record Regex(
            Set<SourceKind> in,
            List<String> patterns,
            List<String> anchors,
            Companions companions,
            boolean each,
            String says)
            implements InText {
        public Regex {
            in = Set.copyOf(in);
            patterns = List.copyOf(patterns);
            anchors = List.copyOf(anchors);
        }
    }

    /**
     * An error in any of its spellings: its code, or its message in any language.
     *
     * @param wordings kept as they are given: they may be read when they are asked for
     * @param anchors of codes and messages the spellings that are long enough to be searched for
     */
    record Code(
            Set<SourceKind> in,
            List<ErrorCode> codes,
            List<Wording> wordings,
            List<String> anchors,
            Companions companions,
            String says)
            implements InText {
        public Code {
            in = Set.copyOf(in);
            codes = List.copyOf(codes);
            wordings = Collections.unmodifiableList(wordings);
            anchors = List.copyOf(anchors);
        }

        public Code(
                Set<SourceKind> in,
                List<ErrorCode> codes,
                List<Wording> wordings,
                Companions companions,
                String says) {
            this(in, codes, wordings, Anchors.of(codes, wordings), companions, says);
        }
    }

    /**
     * A value inside a JSON document.
     *
     * @param at path pattern such as {@code /0/status/status}; {@code *} is one step, {@code **}
     *     any number of steps
     * @param beside per name of another value of the same object an RE2 expression found in it
     */
    record Json(
            Set<SourceKind> in, String at, Predicate value, Map<String, String> beside, String says)
            implements Seen {
        public Json {
            in = Set.copyOf(in);
            beside = Collections.unmodifiableMap(new LinkedHashMap<>(beside));
        }
    }

    /**
     * A Windows event.
     *
     * @param channel null for any
     * @param provider null for any; compared without case
     * @param data per event data name an RE2 expression searched in its value; {@code *} stands for
     *     any name or the message
     */
    record Event(
            @Nullable String channel,
            @Nullable String provider,
            Set<Integer> ids,
            Map<String, String> data,
            String says)
            implements Seen {
        public Event {
            ids = Set.copyOf(ids);
            data = Collections.unmodifiableMap(new LinkedHashMap<>(data));
        }

        @Override
        public Set<SourceKind> in() {
            return Set.of(new SourceKind("event-log"));
        }
    }

    /**
     * A registry value.
     *
     * @param key RE2 expression searched in the key's full path, without case
     * @param name the value's name, without case
     */
    record Registry(String key, String name, Predicate value, String says) implements Seen {
        @Override
        public Set<SourceKind> in() {
            return Set.of(new SourceKind("registry"), new SourceKind("handler-state"));
        }
    }

    /**
     * What a person says: words of every group close together, in any order.
     *
     * <p>The lists of words are kept as they are given: they may be read when they are asked for.
     *
     * @param about what is talked about, in whatever sentence: per group the words and phrases, in
     *     lower case, of which one must be there
     * @param groups what is said of it, as a statement and not denied
     * @param unless words that change what is said where they stand in the same sentences
     * @param within how many characters may lie between the first and the last of them
     * @param values RE2 expressions of which one must be found in the sentences that hold the
     *     words; empty for none
     */
    record Said(
            List<List<String>> about,
            List<List<String>> groups,
            List<String> unless,
            int within,
            List<String> values,
            String says)
            implements Seen {
        /** About two sentences. */
        public static final int WITHIN = 240;

        public Said {
            about = Collections.unmodifiableList(about);
            groups = Collections.unmodifiableList(groups);
            unless = Collections.unmodifiableList(unless);
            values = List.copyOf(values);
        }

        @Override
        public Set<SourceKind> in() {
            return Set.of();
        }
    }

    /** A machine fact computed by the analyzer, such as {@code domain-role}. */
    record Fact(String name, Predicate value, String says) implements Signal {}

    /**
     * A version lies inside an interval.
     *
     * @param fact the machine fact that holds the version
     * @param range interval such as {@code [2.0,3.0)}; missing bound is open
     */
    record Version(String fact, String range, String says) implements Signal {}

    /**
     * The named signal is nowhere, and the source that would show it is there and whole.
     *
     * @param source the kind that must be covered for absence to count
     */
    record Absent(String of, SourceKind source, String says) implements Signal {}

    /**
     * The named signal occurs a number of times.
     *
     * @param within the window that must hold them, null for the whole scope
     * @param distinct the group of the signal whose different values are counted, null to count
     *     sightings
     */
    record Count(
            String of,
            int atLeast,
            @Nullable Integer atMost,
            @Nullable Duration within,
            @Nullable String distinct,
            String says)
            implements Signal {}

    /** The named signals occur in this order. */
    record Sequence(List<String> of, @Nullable Duration within, String says) implements Signal {
        public Sequence {
            of = List.copyOf(of);
        }
    }

    /**
     * Two captured variables compare.
     *
     * @param operator one of {@code eq ne lt lte gt gte}; versions and numbers by value, text
     *     without case
     * @param by null, or how far the left time of day or date lies after the right one at least
     */
    record Compare(String left, String operator, String right, @Nullable Duration by, String says)
            implements Signal {}
}
