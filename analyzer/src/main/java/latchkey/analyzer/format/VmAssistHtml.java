package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Entry;
import latchkey.rules.rule.SourceKind;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The page that VM assist leaves in the guest; a row of its tables or a paragraph is a record. */
final class VmAssistHtml implements DocumentFormat {
    private static final SourceKind KIND = new SourceKind("vmassist-report");
    private static final Set<String> BLOCKS =
            Set.of("tr", "p", "div", "li", "h1", "h2", "h3", "h4", "br", "table", "title");
    private static final Set<String> MUTE = Set.of("script", "style");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        Clues clues = new Clues(peek);
        boolean page = clues.haveText("<html") || clues.haveText("<table");
        boolean named =
                clues.haveText("vmassist")
                        || clues.haveText("vm assist")
                        || peek.baseName().startsWith("vmassist");
        return page && named ? 88 : 0;
    }

    @Override
    public void read(Page page) {
        Markup markup = new Markup(page.text());
        StringBuilder row = new StringBuilder();
        int offset = 0;
        boolean mute = false;
        for (Markup.Piece piece = markup.next(); piece != null; piece = markup.next()) {
            String name = piece.name().toLowerCase(Locale.ROOT);
            if (MUTE.contains(name)) {
                mute = piece.type() == Markup.Type.OPEN;
            } else if (BLOCKS.contains(name)) {
                pass(page, row, offset);
            } else if (piece.type() == Markup.Type.WORDS && !mute && !piece.words().isBlank()) {
                offset = row.isEmpty() ? firstWord(page, piece) : offset;
                row.append(row.isEmpty() ? "" : " ")
                        .append(piece.words().strip().replaceAll("\\s+", " "));
            }
        }
        pass(page, row, offset);
    }

    private static int firstWord(Page page, Markup.Piece piece) {
        int at = piece.offset();
        while (at < piece.span().to() - 1 && Character.isWhitespace(page.text().charAt(at))) {
            at++;
        }
        return at;
    }

    private static void pass(Page page, StringBuilder row, int offset) {
        if (!row.isEmpty()) {
            String text = row.toString();
            page.entry(
                    new Entry(
                            KIND,
                            page.file(),
                            List.of(page.lineAt(offset)),
                            text,
                            null,
                            Map.of(),
                            null,
                            null,
                            null));
            row.setLength(0);
        }
    }
}
