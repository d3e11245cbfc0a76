package latchkey.analyzer.format;

import latchkey.analyzer.evidence.RunKey;
import latchkey.rules.rule.SourceKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The goal state's list of plugins with their settings, whose protected part stays sealed. */
final class ExtensionsConfig implements DocumentFormat {
    private static final SourceKind KIND = new SourceKind("extensions-config");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        Clues clues = new Clues(peek);
        boolean plugins = clues.haveText("<plugin ") && clues.haveText("<plugins");
        boolean settings = clues.haveText("<pluginsettings") || clues.haveText("<extensions");
        return plugins || (settings && clues.haveText("<plugin")) ? 86 : 0;
    }

    @Override
    public void read(Page page) {
        List<Leaf> leaves = new ArrayList<>();
        Map<String, RunKey> runs = new HashMap<>();
        Markup markup = new Markup(page.text());
        int plugins = 0;
        String holder = "";
        boolean settings = false;
        for (Markup.Piece piece = markup.next(); piece != null; piece = markup.next()) {
            if (piece.opens("Plugin") && leaves.size() < JsonLeaves.MOST) {
                holder = "/Plugins/" + plugins++;
                plugin(piece, holder, leaves, runs);
            } else if (piece.opens("RuntimeSettings")) {
                settings = true;
                number(piece, holder, runs);
            } else if (piece.closes("RuntimeSettings")) {
                settings = false;
            } else if (settings
                    && piece.type() == Markup.Type.WORDS
                    && leaves.size() < JsonLeaves.MOST) {
                settings(piece, holder + "/RuntimeSettings!", leaves);
            }
        }
        ValuePage.of(page, KIND, leaves).entries(path -> Values.nearest(runs, path));
    }

    private static void plugin(
            Markup.Piece piece, String holder, List<Leaf> leaves, Map<String, RunKey> runs) {
        piece.attributes()
                .forEach(
                        (name, value) ->
                                leaves.add(
                                        new Leaf(
                                                holder + "/" + name,
                                                value,
                                                piece.offset(),
                                                piece.span().to())));
        if (!piece.attribute("name").isBlank()) {
            runs.put(holder, new RunKey(piece.attribute("name"), piece.attribute("version"), null));
        }
    }

    private static void number(Markup.Piece piece, String holder, Map<String, RunKey> runs) {
        RunKey run = runs.get(holder);
        String number = piece.attribute("seqNo");
        if (run != null && number.matches("\\d{1,9}")) {
            runs.put(holder, new RunKey(run.handler(), run.version(), Integer.valueOf(number)));
        }
    }

    /**
     * Where the words were escaped, their places are not known one by one, and all stand for the
     * whole.
     */
    private static void settings(Markup.Piece piece, String path, List<Leaf> leaves) {
        boolean plain = piece.words().length() == piece.span().to() - piece.offset();
        for (Leaf leaf : JsonLeaves.of(piece.words()).values()) {
            int offset = plain ? piece.offset() + leaf.offset() : piece.offset();
            int end = plain ? piece.offset() + leaf.end() : piece.span().to();
            leaves.add(new Leaf(path + leaf.path(), leaf.value(), offset, end));
        }
    }
}
