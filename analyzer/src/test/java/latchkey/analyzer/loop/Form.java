package latchkey.analyzer.loop;

import latchkey.simulator.scenario.Variant;
import latchkey.simulator.scenario.language.Scenario;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * One way to play a story other than as it is written.
 *
 * @param seed the world's seed
 * @param variant words of the variant; empty for the plain one
 */
record Form(long seed, String variant) {
    private static final int SEEDS = 3;
    private static final int VARIANTS = 3;
    private static final long FIRST = 2;

    /**
     * Two more seeds and a few variants, drawn by the story's name so that all stories together
     * have every one; or, on a long run, every variant the story offers.
     */
    static List<Form> of(Scenario scenario, boolean all) {
        List<Form> forms = new ArrayList<>();
        for (long seed = FIRST; seed < FIRST + SEEDS - 1; seed++) {
            forms.add(new Form(seed, ""));
        }
        List<String> offered = Variant.offered(scenario);
        Set<String> chosen = new LinkedHashSet<>();
        for (int i = 0; i < (all ? offered.size() : VARIANTS); i++) {
            int step = all ? 1 : Math.max(1, offered.size() / VARIANTS);
            int lot = scenario.id().hashCode() + i * step;
            chosen.add(offered.get(Math.floorMod(lot, offered.size())));
        }
        chosen.forEach(word -> forms.add(new Form(FIRST + SEEDS, word)));
        return forms;
    }
}
