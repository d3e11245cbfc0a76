package latchkey.web.page;

import latchkey.analyzer.report.Report;

import org.jspecify.annotations.Nullable;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What happened when, in lanes: attempts, starts, findings, and the span of each file. */
public final class TimelineView {
    private static final int MOST_FILES = 12;

    private TimelineView() {}

    /** Something that happened, or went on from one moment to another. */
    public record Item(
            String lane, String tone, String label, Instant from, Instant to, String link) {}

    public static List<Item> items(CaseView view) {
        List<Item> items = new ArrayList<>();
        for (Extras.Attempt attempt : view.beside().extras().attempts()) {
            String number =
                    attempt.sequence() == null ? "attempt" : "attempt " + attempt.sequence();
            String tone =
                    switch (attempt.result()) {
                        case "succeeded" -> "good";
                        case "failed" -> "bad";
                        default -> "open";
                    };
            String label = number + " of " + attempt.handler() + ", " + attempt.result();
            add(items, new Lane("Attempts", tone), label, attempt.from(), attempt.to());
        }
        view.beside()
                .extras()
                .starts()
                .forEach(
                        start ->
                                add(
                                        items,
                                        new Lane("Starts", "calm"),
                                        "agent or system started",
                                        start,
                                        start));
        for (CaseView.Finding finding : view.findings()) {
            String tone = finding.kind().equals("cause") ? "bad" : "open";
            finding.evidence().stream()
                    .map(Report.Proof::time)
                    .filter(time -> time != null)
                    .distinct()
                    .forEach(
                            time ->
                                    items.add(
                                            new Item(
                                                    "Findings",
                                                    tone,
                                                    finding.rule() + " " + finding.title(),
                                                    time,
                                                    time,
                                                    "/c/"
                                                            + view.row().id()
                                                            + "/f/"
                                                            + finding.number())));
        }
        view.report().coverage().stream()
                .filter(file -> file.from() != null && file.to() != null)
                .sorted(Comparator.comparingLong(Report.FileCoverage::lines).reversed())
                .limit(MOST_FILES)
                .forEach(
                        file ->
                                add(
                                        items,
                                        new Lane("Files", "calm"),
                                        file.file(),
                                        file.from(),
                                        file.to()));
        return items;
    }

    private record Lane(String name, String tone) {}

    private static void add(
            List<Item> items,
            Lane lane,
            String label,
            @Nullable Instant from,
            @Nullable Instant to) {
        Instant start = from == null ? to : from;
        Instant end = to == null ? from : to;
        if (start != null && end != null) {
            items.add(new Item(lane.name(), lane.tone(), label, start, end, ""));
        }
    }

    /** For the script that draws it. */
    public static String json(List<Item> items) {
        ArrayNode all = JsonMapper.shared().createArrayNode();
        for (Item item : items) {
            ObjectNode node = all.addObject();
            node.put("lane", item.lane()).put("tone", item.tone()).put("label", item.label());
            node.put("from", item.from().toEpochMilli()).put("to", item.to().toEpochMilli());
            node.put("link", item.link());
        }
        return all.toString();
    }
}
