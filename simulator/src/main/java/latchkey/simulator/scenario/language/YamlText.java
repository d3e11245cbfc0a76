package latchkey.simulator.scenario.language;

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
 * Reads one YAML document from the parser's events, where anchors and double keys are still to be
 * seen. Both are refused, as are tags and further documents; reading goes on after a refusal.
 */
final class YamlText {
    private static final int DEEPEST = 20;
    private static final int LONGEST = 256 * 1024;

    private final Mistakes mistakes;
    private final Iterator<Event> events;

    private YamlText(Iterator<Event> events, Mistakes mistakes) {
        this.events = events;
        this.mistakes = mistakes;
    }

    /** The root map; empty after telling why there is none. */
    static Optional<Node.Fields> read(String text, Mistakes mistakes) {
        if (text.length() > LONGEST) {
            mistakes.at(1, 1, "the file is longer than " + LONGEST + " characters");
            return Optional.empty();
        }
        try {
            LoadSettings settings = LoadSettings.builder().setLabel("scenario").build();
            Iterator<Event> events = new Parse(settings).parseString(text).iterator();
            Node root = new YamlText(events, mistakes).document();
            if (root instanceof Node.Fields fields) {
                return Optional.of(fields);
            }
            mistakes.at(root, "the file must hold one map");
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            mistakes.at(
                    mark.map(Mark::getLine).orElse(0) + 1,
                    mark.map(Mark::getColumn).orElse(0) + 1,
                    "not YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            mistakes.at(1, 1, "not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    private Node document() {
        Node root = new Node.Text("", 1, 1);
        int documents = 0;
        while (events.hasNext()) {
            Event event = events.next();
            if (event instanceof DocumentStartEvent && ++documents > 1) {
                mistakes.at(line(event), column(event), "a second document in one file");
            }
            if (event instanceof NodeEvent) {
                Node node = node(event, 0);
                root = documents > 1 ? root : node;
            }
        }
        return root;
    }

    private Node node(Event event, int depth) {
        refuseSharing(event);
        if (depth > DEEPEST) {
            mistakes.at(line(event), column(event), "nested deeper than " + DEEPEST);
        }
        return switch (event.getEventId()) {
            case SequenceStart -> items(event, depth);
            case MappingStart -> fields(event, depth);
            default -> {
                String value = event instanceof ScalarEvent scalar ? scalar.getValue() : "";
                yield new Node.Text(value, line(event), column(event));
            }
        };
    }

    private Node items(Event start, int depth) {
        List<Node> nodes = new ArrayList<>();
        for (Event event = events.next();
                event.getEventId() != Event.ID.SequenceEnd;
                event = events.next()) {
            nodes.add(node(event, depth + 1));
        }
        return new Node.Items(nodes, line(start), column(start));
    }

    private Node fields(Event start, int depth) {
        Map<String, Node> values = new LinkedHashMap<>();
        Map<String, Node.Text> keys = new LinkedHashMap<>();
        for (Event event = events.next();
                event.getEventId() != Event.ID.MappingEnd;
                event = events.next()) {
            Node key = node(event, depth + 1);
            Node value = node(events.next(), depth + 1);
            if (!(key instanceof Node.Text name)) {
                mistakes.at(key, "a key must be plain text");
            } else if (keys.putIfAbsent(name.value(), name) == null) {
                values.put(name.value(), value);
            } else {
                mistakes.at(key, "the key '" + name.value() + "' is there twice");
            }
        }
        return new Node.Fields(values, keys, line(start), column(start));
    }

    private void refuseSharing(Event event) {
        if (event instanceof AliasEvent) {
            mistakes.at(line(event), column(event), "aliases are not allowed");
        } else if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
            mistakes.at(line(event), column(event), "anchors are not allowed");
        }
        boolean tagged =
                (event instanceof ScalarEvent scalar && scalar.getTag().isPresent())
                        || (event instanceof CollectionStartEvent start
                                && start.getTag().isPresent());
        if (tagged) {
            mistakes.at(line(event), column(event), "tags are not allowed");
        }
    }

    private static int line(Event event) {
        return event.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }

    private static int column(Event event) {
        return event.getStartMark().map(Mark::getColumn).orElse(0) + 1;
    }
}
