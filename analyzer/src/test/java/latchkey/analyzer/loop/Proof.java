package latchkey.analyzer.loop;

import latchkey.rules.rule.Kind;
import latchkey.rules.rule.Rule;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What the loop showed, as the tables of docs/proof.md.
 *
 * @param scenarios a row for every story
 * @param ruledOut a row for every fix that a report ruled out
 * @param rules a row for every rule that names a cause
 * @param losses a row for every form of a story in which its verdict is lost
 */
record Proof(Table scenarios, Table ruledOut, Table rules, Table losses) {
    private static final String YES = "yes";
    private static final String UNPLAYED = "-";

    /** A verdict that is lost in another form. */
    record Loss(String story, Form form, String named) {
        /** The first cells of its row. */
        List<String> keys() {
            return List.of(story, Long.toString(form.seed()), form.variant());
        }
    }

    static Proof empty() {
        return new Proof(
                new Table(
                        1,
                        List.of(
                                "scenario",
                                "verdict",
                                "rule",
                                "silent when off",
                                "first fix",
                                "cures",
                                "why not")),
                new Table(2, List.of("scenario", "fix", "does not work", "why")),
                new Table(1, List.of("rule", "fires", "quiet when off", "cured", "rung")),
                new Table(3, List.of("scenario", "seed", "form", "verdict")));
    }

    static Proof of(List<ClosedLoop.Turn> turns, List<Loss> losses, Collection<Rule> rules) {
        Proof proof = empty();
        for (ClosedLoop.Turn turn : turns) {
            proof.scenarios.add(
                    turn.story(),
                    turn.isRight() ? turn.named() : bold(turn.named()),
                    turn.rule(),
                    silent(turn),
                    turn.first().fix(),
                    turn.rule().isEmpty() ? "" : cured(turn.first().cured()),
                    String.join("; ", turn.first().why()));
            for (ClosedLoop.Tried tried : turn.ruledOut()) {
                proof.ruledOut.add(
                        turn.story(), tried.fix(), fails(tried), String.join("; ", tried.why()));
            }
        }
        for (Rule rule : rules) {
            if (rule.kind() == Kind.CAUSE) {
                Shown shown = Shown.of(rule, turns);
                proof.rules.add(
                        rule.id().toString(),
                        shown.word(shown.fires()),
                        shown.word(shown.quiet()),
                        shown.word(shown.cured()),
                        shown.rung());
            }
        }
        for (Loss loss : losses) {
            proof.losses.add(
                    loss.story(),
                    Long.toString(loss.form().seed()),
                    loss.form().variant(),
                    bold(loss.named()));
        }
        return proof;
    }

    /**
     * What the stories of a rule show together.
     *
     * @param played whether there is any such story
     * @param fires whether every story that it names a cause in is judged right
     * @param quiet whether it is silent without the fault, wherever there is one to switch off
     * @param cured whether its first fix leads out of every one
     * @param rung the highest of the ladder that all this reaches
     */
    private record Shown(boolean played, boolean fires, boolean quiet, boolean cured, String rung) {
        static Shown of(Rule rule, List<ClosedLoop.Turn> turns) {
            List<ClosedLoop.Turn> own =
                    turns.stream()
                            .filter(turn -> turn.rule().equals(rule.id().toString()))
                            .toList();
            boolean fires = !own.isEmpty() && own.stream().allMatch(ClosedLoop.Turn::isRight);
            List<String> off =
                    own.stream().map(Proof::silent).filter(word -> !word.equals(UNPLAYED)).toList();
            boolean quiet = !off.isEmpty() && off.stream().allMatch(YES::equals);
            boolean cured =
                    !own.isEmpty()
                            && own.stream()
                                    .allMatch(turn -> turn.first().cured() == ClosedLoop.Cured.YES);
            latchkey.rules.rule.Proof written =
                    switch (rule.proof()) {
                        case REPORTED, DOCUMENTED -> rule.proof();
                        case SIMULATED, CAPTURED, CURED -> latchkey.rules.rule.Proof.DOCUMENTED;
                    };
            String rung =
                    fires && quiet
                            ? cured ? "cured" : "simulated"
                            : written.name().toLowerCase(Locale.ROOT);
            return new Shown(!own.isEmpty(), fires, quiet, cured, rung);
        }

        private String word(boolean is) {
            return is ? YES : played ? bold("no") : UNPLAYED;
        }
    }

    private static String silent(ClosedLoop.Turn turn) {
        if (turn.rule().isEmpty()) {
            return "";
        }
        String off = turn.off();
        return off == null ? UNPLAYED : off.isEmpty() ? YES : bold(off);
    }

    private static String fails(ClosedLoop.Tried tried) {
        return switch (tried.cured()) {
            case NO -> YES;
            case YES -> bold("it works");
            case UNTRIED -> "not tried";
        };
    }

    private static String cured(ClosedLoop.Cured cured) {
        return switch (cured) {
            case YES -> YES;
            case NO -> bold("no");
            case UNTRIED -> "not tried";
        };
    }

    private static String bold(String words) {
        return "**" + words + "**";
    }

    /** The rungs of all rules that name a cause, by their ids. */
    Map<String, String> rungs() {
        Map<String, String> rungs = new TreeMap<>();
        rules.rows().forEach(row -> rungs.put(row.getFirst(), row.getLast()));
        return rungs;
    }

    /** What was shown once, as the committed page says, and is not any more. */
    List<String> lostSince(Proof committed) {
        return Stream.of(
                        scenarios.lostSince(committed.scenarios),
                        ruledOut.lostSince(committed.ruledOut),
                        rules.lostSince(committed.rules),
                        losses.newSince(committed.losses))
                .flatMap(List::stream)
                .toList();
    }

    /**
     * The same with the committed losses of forms that are still offered and were not played now.
     */
    Proof keeping(
            Proof committed, Collection<List<String>> offered, Collection<List<String>> played) {
        Table kept = new Table(losses.keys(), losses.headings());
        List<List<String>> rows = new ArrayList<>(losses.rows());
        committed.losses.rows().stream()
                .filter(row -> offered.contains(row.subList(0, losses.keys())))
                .filter(row -> !played.contains(row.subList(0, losses.keys())))
                .forEach(rows::add);
        rows.stream()
                .sorted((a, b) -> String.join("|", a).compareTo(String.join("|", b)))
                .forEach(row -> kept.add(row.toArray(String[]::new)));
        return new Proof(scenarios, ruledOut, rules, kept);
    }
}
