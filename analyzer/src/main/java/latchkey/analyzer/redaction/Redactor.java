package latchkey.analyzer.redaction;

import latchkey.analyzer.evidence.Order;
import latchkey.rules.rule.Capture.Secrecy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Masks one report. First everything is learnt and observed, then masked in the report's own order,
 * so that tokens do not depend on the face.
 *
 * <p>Not for several threads.
 */
public final class Redactor {
    private static final List<Detector> SECRETS =
            List.of(new NamedSecrets(), new CommandSecrets(), new ShapedSecrets());
    private static final List<Detector> IDENTITIES =
            List.of(new Addresses(), new NamedIdentities(), new PlacedIdentities());

    private final boolean hidesIdentities;
    private final Learned learned = new Learned();

    /** What was told of the texts that were observed: most are masked afterwards. */
    private final Map<String, List<Span>> observed = new HashMap<>();

    private final Map<String, String> tokens = new HashMap<>();
    private final Map<Mask, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();

    private Redactor(boolean hidesIdentities) {
        this.hidesIdentities = hidesIdentities;
    }

    /** Passwords, keys and tokens only: what is never shown. */
    public static Redactor secretsOnly() {
        return new Redactor(false);
    }

    /** Secrets and identities. */
    public static Redactor full() {
        return new Redactor(true);
    }

    /**
     * Takes a value known from structured facts; paths and plain values are no identities of their
     * own.
     */
    public void learn(Secrecy secrecy, String value) {
        switch (secrecy) {
            case PLAIN, PATH -> {}
            case SECRET -> learned.add(value, Mask.SECRET);
            case ACCOUNT -> learnIdentity(value, Mask.ACCOUNT);
            case HOST -> learnIdentity(value, Mask.HOST);
            case ADDRESS -> learnIdentity(value, Mask.ADDRESS);
        }
    }

    private void learnIdentity(String value, Mask mask) {
        boolean isKnown = mask == Mask.ADDRESS && WellKnown.isAddress(value);
        if (hidesIdentities && !isKnown) {
            learned.add(value, mask);
        }
    }

    /** Learns the values in a text without giving them tokens yet. */
    public void observe(String text) {
        if (observed.containsKey(text)) {
            return;
        }
        Passage passage = Passage.of(text);
        List<Span> spans = told(passage);
        observed.put(text, spans);
        for (Span span : spans) {
            if (span.spreads()) {
                learned.add(passage.value(span.start(), span.end()), span.mask());
            }
        }
    }

    /** Masks a text of one or many lines; line ends stay where they are. */
    public String mask(String text) {
        if (text.isEmpty()) {
            return text;
        }
        Passage passage = Passage.of(text);
        List<Span> known = observed.get(text);
        List<Span> found = known == null ? told(passage) : new ArrayList<>(known);
        learned.find(passage, found);
        return found.isEmpty() ? text : masked(passage, merged(found));
    }

    /** How often something was masked, by class. */
    public Map<String, Integer> counts() {
        return Collections.unmodifiableMap(counts);
    }

    private List<Span> told(Passage passage) {
        List<Span> found = new ArrayList<>();
        for (Detector detector : SECRETS) {
            detector.find(passage, found);
        }
        if (hidesIdentities) {
            for (Detector detector : IDENTITIES) {
                detector.find(passage, found);
            }
        }
        return found;
    }

    private static List<Span> merged(List<Span> found) {
        found.sort(Order.of(Order.by(Span::start), Order.by(Span::mask), Order.by(Span::end)));
        List<Span> merged = new ArrayList<>();
        for (Span span : found) {
            boolean overlaps = !merged.isEmpty() && merged.getLast().overlaps(span);
            if (overlaps) {
                merged.set(merged.size() - 1, merged.getLast().with(span));
            } else {
                merged.add(span);
            }
        }
        return merged;
    }

    private String masked(Passage passage, List<Span> spans) {
        StringBuilder out = new StringBuilder(passage.length());
        int at = 0;
        for (Span span : spans) {
            out.append(passage.text(), at, span.start());
            appendMasked(passage, span, out);
            at = span.end();
        }
        return out.append(passage.text(), at, passage.length()).toString();
    }

    /** A value over several lines is masked line by line. */
    private void appendMasked(Passage passage, Span span, StringBuilder out) {
        String token = token(passage.value(span.start(), span.end()), span.mask());
        int at = span.start();
        while (at < span.end()) {
            int end = passage.lineEnd(at, span.end());
            boolean isBlank = passage.value(at, end).isBlank();
            out.append(isBlank ? passage.value(at, end) : token);
            at = end;
            while (at < span.end() && Passage.isLineEnd(passage.at(at))) {
                out.append(passage.at(at));
                at++;
            }
        }
    }

    private String token(String value, Mask mask) {
        counts.merge(mask.word(), 1, Integer::sum);
        return tokens.computeIfAbsent(
                Learned.key(value, mask),
                key -> "<" + mask.word() + "-" + numbers.merge(mask, 1, Integer::sum) + ">");
    }
}
