package latchkey.analyzer.diagnosis;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A linear-time expression of a rule, compiled when it is first needed: most expressions of a run
 * never are.
 */
final class Expression {
    /** Longest text an expression looks at, in characters; a record longer than this is cut. */
    private static final int LOOKS_AT = 64 * 1024;

    private final String source;
    private volatile @Nullable Pattern compiled;
    private volatile @Nullable Needs needs;

    Expression(String source) {
        this.source = source;
    }

    /** A place where the expression was found. */
    record Found(int at, Map<String, String> groups) {}

    @Nullable Found find(String text) {
        String window = text.length() > LOOKS_AT ? text.substring(0, LOOKS_AT) : text;
        if (needs().askedOf(window) == Needs.Answer.NO) {
            return null;
        }
        Matcher matcher = pattern().matcher(window);
        return matcher.find() ? found(matcher) : null;
    }

    /** The places after the one at {@code first}, up to a number. */
    List<Found> findAllBehind(String text, int first, int most) {
        String window = text.length() > LOOKS_AT ? text.substring(0, LOOKS_AT) : text;
        List<Found> all = new ArrayList<>();
        Matcher matcher = pattern().matcher(window);
        while (all.size() < most && matcher.find()) {
            if (matcher.start() > first) {
                all.add(found(matcher));
            }
        }
        return all;
    }

    /** Whether the expression has a named group. */
    boolean captures() {
        return source.contains("(?P<");
    }

    private Found found(Matcher matcher) {
        Map<String, String> groups = new LinkedHashMap<>();
        for (String name : pattern().namedGroups().keySet()) {
            String value = matcher.group(name);
            if (value != null) {
                groups.put(name, value);
            }
        }
        return new Found(matcher.start(), groups);
    }

    boolean isIn(String text) {
        String window = text.length() > LOOKS_AT ? text.substring(0, LOOKS_AT) : text;
        return switch (needs().askedOf(window)) {
            case NO -> false;
            case YES -> true;
            case MAYBE -> pattern().matcher(window).find();
        };
    }

    private Needs needs() {
        Needs known = needs;
        if (known == null) {
            known = Needs.of(source);
            needs = known;
        }
        return known;
    }

    private Pattern pattern() {
        Pattern known = compiled;
        if (known == null) {
            known = Pattern.compile(source, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
            compiled = known;
        }
        return known;
    }
}
