package latchkey.rules.catalog;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one YAML document into nodes from the parser's events, where anchors and duplicate keys are
 * still visible. Every scalar stays text. What a rule file must not use is refused with its place.
 */
final class Yaml {
    private static final int DEEPEST = 20;
    private static final int LONGEST = 256 * 1024;

    private final String file;
    private final Problems problems;
    private final Iterator<Event> events;

    private Yaml(String file, Iterator<Event> events, Problems problems) {
        this.file = file;
        this.events = events;
        this.problems = problems;
    }

    /** The document's root map, or null after telling the problems. */
    static Node.@Nullable Fields read(String file, String text, Problems problems) {
        if (text.length() > LONGEST) {
            problems.error(file, "the file is longer than " + LONGEST + " characters");
            return null;
        }
        try {
            Iterator<Event> events =
                    new Parse(LoadSettings.builder().setLabel(file).build())
                            .parseString(text)
                            .iterator();
            Node root = new Yaml(file, events, problems).document();
            if (root instanceof Node.Fields fields) {
                return fields;
            }
            problems.error(file, "the file must hold one map");
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            int line = mark.map(Mark::getLine).orElse(-1) + 1;
            problems.error(
                    file,
                    line,
                    mark.map(Mark::getColumn).orElse(-1) + 1,
                    "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            problems.error(file, "not YAML: " + e.getMessage());
        } catch (Refused e) {
            problems.error(file, e.line, e.column, e.words);
        }
        return null;
    }

    private Node document() {
        Node root = new Node.Text("", 1, 1);
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                throw new Refused("a second document in one file", line(event), column(event));
            }
            if (event instanceof NodeEvent) {
                root = node(event, 0);
            }
        }
        return root;
    }

    private Node node(Event event, int depth) {
        refuseSharing(event);
        int line = line(event);
        int column = column(event);
        if (depth > DEEPEST) {
            throw new Refused("nested deeper than " + DEEPEST, line, column);
        }
        return switch (event.getEventId()) {
            case Scalar -> new Node.Text(((ScalarEvent) event).getValue(), line, column);
            case SequenceStart -> items(depth, line, column);
            case MappingStart -> fields(depth, line, column);
            default -> throw new Refused("not expected here: " + event.getEventId(), line, column);
        };
    }

    private Node items(int depth, int line, int column) {
        List<Node> nodes = new ArrayList<>();
        for (Event event = events.next();
                event.getEventId() != Event.ID.SequenceEnd;
                event = events.next()) {
            nodes.add(node(event, depth + 1));
        }
        return new Node.Items(nodes, line, column);
    }

    private Node fields(int depth, int line, int column) {
        Map<String, Node> nodes = new LinkedHashMap<>();
        for (Event event = events.next();
                event.getEventId() != Event.ID.MappingEnd;
                event = events.next()) {
            refuseSharing(event);
            if (!(event instanceof ScalarEvent key)) {
                throw new Refused("a key must be plain text", line(event), column(event));
            }
            Node value = node(events.next(), depth + 1);
            if (nodes.putIfAbsent(key.getValue(), value) != null) {
                problems.error(
                        file,
                        line(event),
                        column(event),
                        "the key '" + key.getValue() + "' is there twice");
            }
        }
        return new Node.Fields(nodes, line, column);
    }

    private static void refuseSharing(Event event) {
        if (event instanceof AliasEvent) {
            throw new Refused("aliases are not allowed", line(event), column(event));
        }
        if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            throw new Refused("anchors are not allowed", line(event), column(event));
        }
        boolean tagged =
                (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                        || (event instanceof CollectionStartEvent start
                                && start.getTag().isPresent());
        if (tagged) {
            throw new Refused("tags are not allowed", line(event), column(event));
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(-1) + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(-1) + 1;
    }

    /** Ends the reading of one file; never leaves this class. */
    private static final class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final String words;
        private final int line;
        private final int column;

        Refused(String message, int line, int column) {
            super(message, null, false, false);
            this.words = message;
            this.line = line;
            this.column = column;
        }
    }
}
