package latchkey.simulator.scenario;

import latchkey.simulator.scenario.language.Scenario;

/**
 * What to play.
 *
 * @param scenario the story
 * @param seed the number all chance comes from
 * @param variant choices beside the story
 * @param bytes about how large the agent's log should get; 0 leaves it as it is
 * @param faultOff whether it is played without what goes wrong
 */
public record Order(Scenario scenario, long seed, Variant variant, long bytes, boolean faultOff) {
    /** The command that plays it again. */
    String replay() {
        return "replay: latchkey simulate run "
                + scenario.id()
                + " --seed "
                + seed
                + (variant.choices().isEmpty() ? "" : " --variant " + variant)
                + (bytes == 0 ? "" : " --size " + bytes)
                + (faultOff ? " --fault-off" : "")
                + " --out DIR --truth FILE";
    }
}
