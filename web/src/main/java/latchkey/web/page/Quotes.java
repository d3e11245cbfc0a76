package latchkey.web.page;

import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.face.Visible;
import latchkey.web.store.CaseFile;
import latchkey.web.store.KeptText;
import latchkey.web.store.Shelf;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Quoted lines with their neighbours, read from the kept texts. */
public final class Quotes {
    private static final int AROUND = 2;
    private static final int LONGEST = 1_000;

    private final Map<String, CaseFile> files;
    private final Shelf shelf;

    Quotes(Map<String, CaseFile> files, Shelf shelf) {
        this.files = files;
        this.shelf = shelf;
    }

    /** A line, and whether it is the quoted one. */
    public record Line(long number, String text, boolean isQuoted) {}

    /** The quoted line alone when its file is not kept. */
    public List<Line> around(Report.Proof proof) {
        CaseFile file = files.get(proof.file());
        List<Line> lines = new ArrayList<>();
        if (file != null) {
            try {
                long from = Math.max(1, proof.line() - AROUND);
                int count = (int) (proof.line() - from) + AROUND + 1;
                for (KeptText.Line line : shelf.text(file.hash()).lines(from, count)) {
                    boolean isQuoted = line.number() == proof.line();
                    lines.add(new Line(line.number(), shown(line.text()), isQuoted));
                }
            } catch (IOException unreadable) {
                lines.clear();
            }
        }
        if (lines.stream().noneMatch(Line::isQuoted)) {
            return List.of(new Line(proof.line(), shown(proof.text()), true));
        }
        return lines;
    }

    private static String shown(String text) {
        return Visible.shortened(Visible.of(text.replace("\t", "    ")), LONGEST);
    }
}
