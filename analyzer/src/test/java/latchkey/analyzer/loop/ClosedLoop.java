package latchkey.analyzer.loop;

import latchkey.analyzer.report.Progress;
import latchkey.analyzer.report.Report;
import latchkey.analyzer.report.Triage;
import latchkey.analyzer.report.TriageRequest;
import latchkey.analyzer.report.face.Comparison;
import latchkey.rules.rule.Fix;
import latchkey.simulator.scenario.Order;
import latchkey.simulator.scenario.Performance;
import latchkey.simulator.scenario.Play;
import latchkey.simulator.scenario.Variant;
import latchkey.simulator.scenario.language.MalformedScenario;
import latchkey.simulator.scenario.language.Scenario;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Plays a story, asks the analyzer, and tries the first way out of its report in the world. */
final class ClosedLoop {
    private final Triage triage;
    private final Deeds deeds;
    private final Path folder;
    private int bundles;

    /**
     * What came of one story.
     *
     * @param named the outcome, with the cause where there is one
     * @param rule the rule that named the cause; empty for none
     * @param quietWhenOff whether that rule is silent when the fault is off
     * @param fix the first fix that is available; empty for none
     * @param cured what came of trying it
     * @param why what stood in the way, one remark for each way in; empty for nothing
     */
    record Turn(
            String named,
            String rule,
            boolean quietWhenOff,
            String fix,
            Cured cured,
            List<String> why) {
        Turn {
            why = List.copyOf(why);
        }
    }

    /** What came of carrying a fix out. */
    private record Tried(Cured cured, List<String> why) {
        private static final Tried NOT = new Tried(Cured.UNTRIED, List.of());
    }

    /** What came of trying a fix. */
    enum Cured {
        YES,
        NO,
        /** There is nothing to cure, or the world has no deed for the fix. */
        UNTRIED
    }

    ClosedLoop(Triage triage, Path folder) throws IOException {
        this.triage = triage;
        this.deeds = new Deeds();
        this.folder = folder;
    }

    Turn turn(Scenario scenario, long seed, Variant variant) throws IOException, MalformedScenario {
        Play play = Play.of(new Order(scenario, seed, variant, 0, false));
        Report report = read(play.look());
        String named = word(report);
        if (report.causes().isEmpty()) {
            return new Turn(named, "", true, "", Cured.UNTRIED, List.of());
        }
        Report.CauseFound cause = report.causes().getFirst();
        Report off = read(Play.of(new Order(scenario, seed, variant, 0, true)).look());
        boolean quiet = off.causes().stream().noneMatch(one -> one.rule().equals(cause.rule()));
        Report.WayOut way =
                cause.fixes().stream().filter(Report.WayOut::available).findFirst().orElse(null);
        String rule = cause.rule().toString();
        if (way == null) {
            return new Turn(named, rule, quiet, "", Cured.UNTRIED, List.of());
        }
        Tried tried = cured(scenario, play, report, way);
        return new Turn(named, rule, quiet, way.id(), tried.cured(), tried.why());
    }

    /** Whether the bundle of one play is judged as the story is. */
    boolean agrees(Scenario scenario, long seed, Variant variant) throws IOException {
        return word(read(Play.of(new Order(scenario, seed, variant, 0, false)).look()))
                .equals(expected(scenario));
    }

    static String expected(Scenario scenario) {
        return scenario.outcome().equals("cause-found")
                ? "cause-found " + scenario.cause().orElseThrow()
                : scenario.outcome();
    }

    private Tried cured(Scenario scenario, Play play, Report before, Report.WayOut way)
            throws IOException, MalformedScenario {
        if (!deeds.knows(way.id())) {
            return Tried.NOT;
        }
        List<Fix.Channel> channels = way.steps().stream().map(Report.Step::channel).toList();
        List<Deeds.Deed> all = deeds.of(way.id(), channels, scenario);
        List<String> why = new ArrayList<>();
        for (Deeds.Deed deed : all) {
            play.goOn(deed.steps());
            if (deed.again()) {
                play.goOn(scenario.steps(true));
            }
            String wrong = wrong(scenario, play, deed, before, way.cure());
            if (wrong.isEmpty()) {
                return new Tried(Cured.YES, List.of());
            }
            why.add(wrong);
        }
        return new Tried(Cured.NO, all.isEmpty() ? List.of("no way into the guest") : why);
    }

    /** What is not as the fix promised; empty for nothing. */
    private String wrong(
            Scenario scenario, Play play, Deeds.Deed deed, Report before, Fix.Cure cure)
            throws IOException {
        List<String> untrue = new ArrayList<>(play.untrue(deed.then()));
        if (deed.again()) {
            untrue.addAll(play.untrue(scenario.otherwise()));
        }
        if (!deed.again() && deed.then().isEmpty()) {
            untrue.add("the table says no end");
        }
        if (!untrue.isEmpty()) {
            return "world: " + String.join(", ", untrue).replaceAll("line \\d+: ", "");
        }
        if (cure != Fix.Cure.FIX) {
            return "";
        }
        Comparison after = Comparison.of(before, read(play.look()));
        return after.isCured() ? "" : "report: " + standing(after);
    }

    private static String standing(Comparison after) {
        List<String> words = new ArrayList<>();
        words.add(after.after().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        after.unchanged().forEach(cause -> words.add(cause.rule() + " stands"));
        after.fresh().forEach(cause -> words.add(cause.rule() + " is new"));
        after.untold().forEach(cause -> words.add(cause.rule() + " cannot be told"));
        return String.join(", ", words);
    }

    private Report read(Performance performance) throws IOException {
        Path bundle = folder.resolve("bundle-" + ++bundles + ".zip");
        try (OutputStream out = Files.newOutputStream(bundle)) {
            performance.parcel().zipTo(out);
        }
        try {
            return triage.answer(
                            new TriageRequest(
                                    List.of(bundle.toString()),
                                    null,
                                    List.of(),
                                    null,
                                    null,
                                    false,
                                    Map.of(),
                                    1,
                                    Progress.SILENT))
                    .report();
        } finally {
            Files.delete(bundle);
        }
    }

    private static String word(Report report) {
        String outcome = report.outcome().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return report.causes().isEmpty()
                ? outcome
                : outcome + " " + report.causes().getFirst().named();
    }
}
