package latchkey.web.page;

import latchkey.web.play.Choices;
import latchkey.web.play.Event;
import latchkey.web.play.Move;
import latchkey.web.play.RunningPlay;
import latchkey.web.play.Truth;
import latchkey.web.store.CaseRow;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Objects;

/**
 * A world as its page shows it, at one moment.
 *
 * @param cases made of its bundles, oldest first
 */
public record PlayView(
        RunningPlay play, Truth truth, List<Event> events, List<CaseRow> cases, Choices choices) {
    public PlayView {
        events = List.copyOf(events);
        cases = List.copyOf(cases);
    }

    /** What the world says is right: a cause, or an outcome without one. */
    public String key() {
        return truth.cause() != null && truth.outcome().equals("cause-found")
                ? truth.cause()
                : truth.outcome();
    }

    /** What a case says; empty while it is being read. */
    public String said(CaseRow row) {
        CaseRow.Verdict verdict = row.verdict();
        if (verdict == null) {
            return "";
        }
        return verdict.outcome().equals("cause-found")
                ? Objects.requireNonNull(verdict.cause())
                : verdict.outcome();
    }

    /** How an event looks: something broke, was refused, was mended, or just went on. */
    public static String tone(Event event) {
        String what = event.what();
        if (what.matches(".*(fault-begins|refused|failed|crash|timed-out|blocked|gave-up).*")) {
            return "bad";
        }
        return what.matches(".*(fault-ends|succeeded|admitted|signed-in|healthy).*")
                ? "good"
                : "calm";
    }

    /** Steps or faults with what can be said to them, for the script that makes forms of it. */
    public static String json(List<Move> moves) {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        for (Move move : moves) {
            ObjectNode one = all.addObject().put("word", move.word()).put("title", move.title());
            ArrayNode fields = one.putArray("fields");
            for (Move.Field field : move.fields()) {
                ObjectNode node = fields.addObject().put("name", field.name());
                node.put("kind", field.kind()).put("required", field.required());
                node.put("otherwise", field.otherwise()).put("meaning", field.meaning());
                field.choices().forEach(node.putArray("choices")::add);
            }
        }
        return all.toString();
    }
}
