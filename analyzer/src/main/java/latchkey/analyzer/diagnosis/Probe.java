package latchkey.analyzer.diagnosis;

import latchkey.analyzer.evidence.Entry;
import latchkey.analyzer.evidence.RunKey;
import latchkey.rules.rule.Companions;
import latchkey.rules.rule.Signal;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** One signal of one rule in the form in which it is asked of a record. */
abstract sealed class Probe {
    /** Index of the signal in the {@link RuleBook}. */
    final int signal;

    private final Set<SourceKind> in;
    private final @Nullable String handler;

    private Probe(int signal, Set<SourceKind> in, @Nullable String handler) {
        this.signal = signal;
        this.in = in;
        this.handler = handler;
    }

    /** Where the record shows the signal, or null. */
    abstract Expression.@Nullable Found findIn(Entry entry);

    /** Further places in the same record, for a signal of which each counts. */
    List<Expression.Found> furtherIn(Entry entry, Expression.Found first) {
        return List.of();
    }

    /**
     * Whether the record is of a kind this signal looks at and does not certainly belong to another
     * handler.
     */
    final boolean looksAt(Entry entry) {
        boolean kind =
                in.isEmpty() || in.contains(entry.kind()) || entry.kind().equals(SourceKind.TEXT);
        RunKey run = entry.run();
        return kind && (handler == null || run == null || run.handler().equalsIgnoreCase(handler));
    }

    private static boolean companionsFit(
            List<Expression> with, List<Expression> without, String text) {
        return with.stream().allMatch(expression -> expression.isIn(text))
                && without.stream().noneMatch(expression -> expression.isIn(text));
    }

    private static List<Expression> expressions(List<String> sources) {
        return sources.stream().map(Expression::new).toList();
    }

    /** Literal, regex and code; prepared when it is first asked, as few of them ever are. */
    static final class InText extends Probe {
        private final Signal.InText written;
        private volatile @Nullable Prepared prepared;

        InText(int signal, Signal.InText written, @Nullable String handler) {
            super(signal, written.in(), handler);
            this.written = written;
        }

        @Override
        Expression.@Nullable Found findIn(Entry entry) {
            return prepared().findIn(entry);
        }

        @Override
        List<Expression.Found> furtherIn(Entry entry, Expression.Found first) {
            return written instanceof Signal.Regex regex && regex.each()
                    ? prepared().furtherIn(entry.text(), first)
                    : List.of();
        }

        private Prepared prepared() {
            Prepared ready = prepared;
            if (ready == null) {
                ready = Prepared.of(written);
                prepared = ready;
            }
            return ready;
        }
    }

    /** What a signal in text looks for, ready to look. */
    private record Prepared(
            List<String> literals,
            List<Expression> patterns,
            List<CodeSpelling> codes,
            List<Message> messages,
            List<Expression> with,
            List<Expression> without) {
        /** More rows of one record than this tell nothing new. */
        private static final int MOST_IN_RECORD = 100;

        static Prepared of(Signal.InText written) {
            Companions companions = written.companions();
            return new Prepared(
                    written instanceof Signal.Literal literal
                            ? literal.texts().stream()
                                    .map(text -> text.toLowerCase(Locale.ROOT))
                                    .toList()
                            : List.of(),
                    written instanceof Signal.Regex regex
                            ? expressions(regex.patterns())
                            : List.of(),
                    written instanceof Signal.Code code
                            ? code.codes().stream().map(CodeSpelling::new).toList()
                            : List.of(),
                    written instanceof Signal.Code code
                            ? code.wordings().stream().map(Message::new).toList()
                            : List.of(),
                    expressions(companions.with()),
                    expressions(companions.without()));
        }

        Expression.@Nullable Found findIn(Entry entry) {
            Expression.Found found = find(entry.text(), entry.fields().getOrDefault("name", ""));
            return found != null && companionsFit(with, without, entry.text()) ? found : null;
        }

        List<Expression.Found> furtherIn(String text, Expression.Found first) {
            List<Expression.Found> all = new ArrayList<>();
            for (Expression pattern : patterns) {
                all.addAll(pattern.findAllBehind(text, first.at(), MOST_IN_RECORD));
            }
            return all;
        }

        private Expression.@Nullable Found find(String text, String fieldName) {
            String lower = text.toLowerCase(Locale.ROOT);
            for (String literal : literals) {
                int at = lower.indexOf(literal);
                if (at >= 0) {
                    return new Expression.Found(at, Map.of());
                }
            }
            for (CodeSpelling code : codes) {
                int at = code.isValue(fieldName, text) ? 0 : code.findIn(text, lower);
                if (at >= 0) {
                    return new Expression.Found(at, Map.of());
                }
            }
            for (Message message : messages) {
                int at = message.findIn(text, lower);
                if (at >= 0) {
                    return new Expression.Found(at, Map.of());
                }
            }
            for (Expression pattern : patterns) {
                Expression.Found found = pattern.find(text);
                if (found != null) {
                    return found;
                }
            }
            return null;
        }
    }

    /** A value of a document. */
    static final class Json extends Probe {
        private final PathPattern path;
        private final Question question;
        private final Map<String, Expression> beside;

        Json(int signal, Signal.Json written, @Nullable String handler) {
            super(signal, written.in(), handler);
            path = new PathPattern(written.at());
            question = new Question(written.value());
            beside = expressions(written.beside());
        }

        @Override
        Expression.@Nullable Found findIn(Entry entry) {
            boolean fits =
                    entry.path() != null
                            && path.fits(entry.path())
                            && question.isTrueOf(entry.text())
                            && beside.entrySet().stream().allMatch(one -> standsBeside(one, entry));
            return fits ? new Expression.Found(0, Map.of()) : null;
        }
    }

    private static Map<String, Expression> expressions(Map<String, String> sources) {
        Map<String, Expression> expressions = new LinkedHashMap<>();
        sources.forEach((name, source) -> expressions.put(name, new Expression(source)));
        return expressions;
    }

    private static boolean standsBeside(Map.Entry<String, Expression> wanted, Entry entry) {
        String name = Entry.BESIDE + wanted.getKey().toLowerCase(Locale.ROOT);
        String value = entry.fields().get(name);
        return value != null && wanted.getValue().isIn(value);
    }

    /** A Windows event. */
    static final class Event extends Probe {
        private final Signal.Event written;
        private final Map<String, Expression> data;

        Event(int signal, Signal.Event written, @Nullable String handler) {
            super(signal, Set.of(), handler);
            this.written = written;
            this.data = expressions(written.data());
        }

        @Override
        Expression.@Nullable Found findIn(Entry entry) {
            Map<String, String> fields = entry.fields();
            boolean fits =
                    written.ids().stream()
                                    .anyMatch(id -> id.toString().equals(fields.get("event-id")))
                            && agrees(written.channel(), fields.get("channel"))
                            && agrees(written.provider(), fields.get("provider"))
                            && data.entrySet().stream()
                                    .allMatch(entryOfData -> dataFits(entryOfData, entry));
            return fits ? new Expression.Found(0, captures(entry)) : null;
        }

        private Map<String, String> captures(Entry entry) {
            Map<String, String> captures = new LinkedHashMap<>();
            for (Map.Entry<String, Expression> wanted : data.entrySet()) {
                if (wanted.getValue().captures()) {
                    Expression.Found found =
                            wanted.getValue().find(valueOf(wanted.getKey(), entry));
                    captures.putAll(found == null ? Map.of() : found.groups());
                }
            }
            return captures;
        }

        /** A field that the export leaves out contradicts nothing. */
        private static boolean agrees(@Nullable String wanted, @Nullable String found) {
            return wanted == null
                    || found == null
                    || found.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
        }

        private static boolean dataFits(Map.Entry<String, Expression> wanted, Entry entry) {
            return wanted.getValue().isIn(valueOf(wanted.getKey(), entry));
        }

        private static String valueOf(String name, Entry entry) {
            String value = name.equals("*") ? entry.text() : entry.fields().get("data." + name);
            return value == null ? entry.text() : value;
        }
    }

    /** A registry value. */
    static final class Registry extends Probe {
        private final Expression key;
        private final String name;
        private final Question question;

        Registry(int signal, Signal.Registry written, @Nullable String handler) {
            super(signal, Set.of(), handler);
            key = new Expression(written.key());
            name = written.name();
            question = new Question(written.value());
        }

        @Override
        Expression.@Nullable Found findIn(Entry entry) {
            String entryKey = entry.fields().get("key");
            boolean fits =
                    entryKey != null
                            && name.equalsIgnoreCase(entry.fields().get("name"))
                            && key.isIn(entryKey)
                            && question.isTrueOf(entry.text());
            return fits ? new Expression.Found(0, Map.of()) : null;
        }
    }
}
