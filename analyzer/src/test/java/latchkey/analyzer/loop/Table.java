package latchkey.analyzer.loop;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A table of the proof page: the first cells of a row say what it is about, the others what was
 * shown.
 */
final class Table {
    private final int keys;
    private final List<String> headings;
    private final List<List<String>> rows = new ArrayList<>();

    Table(int keys, List<String> headings) {
        this.keys = keys;
        this.headings = List.copyOf(headings);
    }

    int keys() {
        return keys;
    }

    List<String> headings() {
        return headings;
    }

    List<List<String>> rows() {
        return Collections.unmodifiableList(rows);
    }

    void add(String... cells) {
        rows.add(Arrays.stream(cells).map(cell -> cell.replace('|', '/')).toList());
    }

    String markdown() {
        StringBuilder text = new StringBuilder();
        line(text, headings);
        line(text, Collections.nCopies(headings.size(), "---"));
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append("| ").append(String.join(" | ", cells)).append(" |\n");
    }

    /** Fills the table from the page that holds it. */
    Table read(String page) {
        StringBuilder head = new StringBuilder();
        line(head, headings);
        int at = page.indexOf(head.toString());
        if (at >= 0) {
            page.substring(at + head.length())
                    .lines()
                    .skip(1)
                    .takeWhile(line -> line.startsWith("| "))
                    .forEach(line -> add(cells(line)));
        }
        return this;
    }

    private static String[] cells(String line) {
        String[] cells = line.substring(2, line.length() - 1).split(" \\| ?", -1);
        String[] stripped = new String[cells.length];
        for (int i = 0; i < cells.length; i++) {
            stripped[i] = cells[i].strip();
        }
        return stripped;
    }

    /** Rows that are gone, and cells that were in order and are no more. */
    List<String> lostSince(Table committed) {
        List<String> lost = new ArrayList<>();
        for (List<String> was : committed.rows) {
            List<String> is = find(was);
            if (is.isEmpty()) {
                lost.add(String.join(" ", was.subList(0, keys)) + " is gone");
            }
            for (int i = keys; i < is.size(); i++) {
                boolean worse = isBold(is.get(i)) && !isBold(was.get(i));
                if (worse || (was.get(i).equals("yes") && !is.get(i).equals("yes"))) {
                    lost.add(name(is) + ", " + headings.get(i) + ": " + is.get(i));
                }
            }
        }
        return lost;
    }

    /** Rows that the committed table does not have. */
    List<String> newSince(Table committed) {
        return rows.stream()
                .filter(row -> committed.find(row).isEmpty())
                .map(row -> String.join(" ", row))
                .toList();
    }

    private List<String> find(List<String> row) {
        return rows.stream()
                .filter(one -> name(one).equals(name(row)))
                .findFirst()
                .orElse(List.of());
    }

    private String name(List<String> row) {
        return String.join(" ", row.subList(0, keys));
    }

    private static boolean isBold(String cell) {
        return cell.startsWith("**");
    }
}
