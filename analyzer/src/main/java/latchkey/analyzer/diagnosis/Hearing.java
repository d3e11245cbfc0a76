package latchkey.analyzer.diagnosis;

import latchkey.rules.rule.Signal;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Hears in what people wrote the things that rules listen for. Made when the first such text turns
 * up: the triage of a machine's logs never makes one.
 */
final class Hearing {
    private final List<Listener> listeners = new ArrayList<>();
    private final Map<String, List<Integer>> byOpening = new HashMap<>();
    private final List<Phrase> phrases = new ArrayList<>();

    /** Something a rule listens for: per group the indices of its phrases. */
    private record Listener(
            int signal, Signal.Said said, int[][] groups, int[] unless, List<Expression> values) {}

    /** A place of a phrase; a denied one, or one in a question or a guess, only names a thing. */
    private record Place(int from, int to, boolean stated) {}

    /** A part of the speech. */
    private record Span(int from, int to) {}

    /** A value that was told and where. */
    private record Value(int at, Map<String, String> captures) {}

    /** What was heard: the places of one passage and what was taken from it. */
    record Heard(int signal, List<Integer> places, Map<String, String> captures) {}

    /**
     * @param wanted by the signal's index
     */
    Hearing(Map<Integer, Signal.Said> wanted) {
        Map<String, Integer> known = new LinkedHashMap<>();
        for (Map.Entry<Integer, Signal.Said> one : wanted.entrySet()) {
            List<List<String>> groups = new ArrayList<>(one.getValue().about());
            groups.addAll(one.getValue().groups());
            int[][] ids = new int[groups.size()][];
            for (int i = 0; i < ids.length; i++) {
                ids[i] = idsOf(groups.get(i), known);
            }
            int[] unless = idsOf(one.getValue().unless(), known);
            List<Expression> values =
                    one.getValue().values().stream().map(Expression::new).toList();
            listeners.add(new Listener(one.getKey(), one.getValue(), ids, unless, values));
        }
    }

    /** All that is heard in the speech. */
    List<Heard> in(Speech speech) {
        Map<Integer, List<Place>> places = placesIn(speech);
        List<Heard> heard = new ArrayList<>();
        for (Listener listener : listeners) {
            new Passages(listener, places, speech).addTo(heard);
        }
        return heard;
    }

    private int[] idsOf(List<String> words, Map<String, Integer> known) {
        return words.stream().mapToInt(word -> idOf(word, known)).toArray();
    }

    private int idOf(String word, Map<String, Integer> known) {
        Integer id = known.get(word);
        if (id == null) {
            id = phrases.size();
            known.put(word, id);
            Phrase phrase = new Phrase(word);
            phrases.add(phrase);
            byOpening.computeIfAbsent(phrase.opening(), key -> new ArrayList<>()).add(id);
        }
        return id;
    }

    private Map<Integer, List<Place>> placesIn(Speech speech) {
        Map<Integer, List<Place>> places = new HashMap<>();
        String text = speech.even();
        for (int at = 0; at + 1 < text.length(); at++) {
            if (Phrase.canBegin(text, at)) {
                for (int id : byOpening.getOrDefault(text.substring(at, at + 2), List.of())) {
                    int end = phrases.get(id).match(text, at);
                    if (end >= 0) {
                        places.computeIfAbsent(id, key -> new ArrayList<>())
                                .add(placeOf(phrases.get(id), at, end, speech));
                    }
                }
            }
        }
        return places;
    }

    private static Place placeOf(Phrase phrase, int from, int to, Speech speech) {
        Speech.Sentence sentence = speech.sentenceAt(from);
        boolean denied = !phrase.denies() && Negation.isOf(speech.even(), from, to, sentence);
        return new Place(from, to, sentence.mood().isFact() && !denied);
    }

    /** Finds the passages of one listener. */
    private static final class Passages {
        private static final int MOST = 16;

        private final Listener listener;
        private final Speech speech;
        private final List<List<Place>> groups = new ArrayList<>();
        private final List<Place> unless = new ArrayList<>();

        Passages(Listener listener, Map<Integer, List<Place>> places, Speech speech) {
            this.listener = listener;
            this.speech = speech;
            int cure = speech.lastCure();
            for (int[] group : listener.groups()) {
                boolean topic = groups.size() < listener.said().about().size();
                List<Place> all = new ArrayList<>();
                for (int id : group) {
                    for (Place place : places.getOrDefault(id, List.of())) {
                        // What was told before all was well again is over.
                        if (place.from() > cure && (topic || place.stated())) {
                            all.add(place);
                        }
                    }
                }
                all.sort((a, b) -> Integer.compare(a.from(), b.from()));
                groups.add(all);
            }
            for (int id : listener.unless()) {
                unless.addAll(places.getOrDefault(id, List.of()));
            }
        }

        void addTo(List<Heard> heard) {
            for (List<Place> group : groups) {
                if (group.isEmpty()) {
                    return;
                }
            }
            List<List<Place>> passages = new ArrayList<>();
            for (Place anchor : groups.getLast()) {
                List<Place> passage = around(anchor);
                if (passages.size() < MOST
                        && !passage.isEmpty()
                        && !isChanged(passage)
                        && !passages.contains(passage)) {
                    passages.add(passage);
                }
            }
            if (listener.values().isEmpty()) {
                for (List<Place> passage : passages) {
                    heard.add(new Heard(listener.signal(), placesOf(passage), Map.of()));
                }
            } else if (!addValues(passages, true, heard)) {
                addValues(passages, false, heard);
            }
        }

        /** Of every group the place nearest to this one, if all lie close enough together. */
        private List<Place> around(Place anchor) {
            List<Place> passage = new ArrayList<>();
            int from = anchor.from();
            int to = anchor.to();
            for (List<Place> group : groups) {
                Place nearest = group.getFirst();
                for (Place place : group) {
                    if (distance(place, anchor) < distance(nearest, anchor)) {
                        nearest = place;
                    }
                }
                passage.add(nearest);
                from = Math.min(from, nearest.from());
                to = Math.max(to, nearest.to());
            }
            return to - from <= listener.said().within() ? passage : List.of();
        }

        private static int distance(Place one, Place other) {
            return Math.max(one.from(), other.from()) - Math.min(one.to(), other.to());
        }

        /**
         * Whether a word stands in the sentences of the passage that gives them another meaning.
         */
        private boolean isChanged(List<Place> passage) {
            Span sentences = sentencesOf(passage);
            for (Place place : unless) {
                if (place.from() >= sentences.from() && place.to() <= sentences.to()) {
                    return true;
                }
            }
            return false;
        }

        private Span sentencesOf(List<Place> passage) {
            int from = Integer.MAX_VALUE;
            int to = 0;
            for (Place place : passage) {
                from = Math.min(from, speech.sentenceAt(place.from()).from());
                to = Math.max(to, speech.sentenceAt(place.to() - 1).to());
            }
            return new Span(from, to);
        }

        /** A value is told within the passage, or, where none is, a moment before it. */
        private boolean addValues(List<List<Place>> passages, boolean inside, List<Heard> heard) {
            boolean added = false;
            for (List<Place> passage : passages) {
                Span sentences = sentencesOf(passage);
                int before = Math.max(0, sentences.from() - listener.said().within());
                Span span = inside ? sentences : new Span(before, sentences.from());
                Value value = nearestIn(span, passage);
                if (value != null) {
                    TreeSet<Integer> places = new TreeSet<>(placesOf(passage));
                    places.add(value.at());
                    heard.add(new Heard(listener.signal(), List.copyOf(places), value.captures()));
                    added = true;
                }
            }
            return added;
        }

        /** The value that is told among the words of the passage, or closest to them. */
        private @Nullable Value nearestIn(Span span, List<Place> passage) {
            int from = Integer.MAX_VALUE;
            int to = 0;
            for (Place place : passage) {
                from = Math.min(from, place.from());
                to = Math.max(to, place.to());
            }
            for (Expression expression : listener.values()) {
                Value nearest = null;
                int least = Integer.MAX_VALUE;
                Value value = valueIn(expression, span.from(), span.to());
                while (value != null) {
                    int distance = Math.max(0, Math.max(from - value.at(), value.at() - to));
                    if (distance < least) {
                        nearest = value;
                        least = distance;
                    }
                    value = valueIn(expression, speech.endOfWord(value.at()), span.to());
                }
                if (nearest != null) {
                    return nearest;
                }
            }
            return null;
        }

        private @Nullable Value valueIn(Expression expression, int from, int to) {
            Expression.Found found = from < to ? expression.find(speech.written(from, to)) : null;
            return found == null ? null : new Value(from + found.at(), found.groups());
        }

        private static List<Integer> placesOf(List<Place> passage) {
            TreeSet<Integer> places = new TreeSet<>();
            passage.forEach(place -> places.add(place.from()));
            return List.copyOf(places);
        }
    }
}
