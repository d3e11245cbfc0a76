package latchkey.simulator.agent;

import latchkey.simulator.agent.log.HeaderForm;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/**
 * Which agent a machine has, from its first start on.
 *
 * @param version its version
 * @param form how its log records begin
 * @param installed whether it is there at all
 * @param prepared whether the image was generalized, so that the first start comes to its end
 * @param specialized whether the disk was a machine's own before, so that nothing is set up
 * @param relays whether it fetches packages through the host when the direct way is closed
 */
public record AgentSetup(
        String version,
        HeaderForm form,
        boolean installed,
        boolean prepared,
        boolean specialized,
        boolean relays) {
    /** The newest generation on a well prepared image. */
    @Known(how = How.RECORDED, source = "agent versions of public reports, 2019 to 2025")
    public static final String NEWEST = "2.7.41491.1193";

    /** The version a machine has unless told otherwise, by generation. */
    @Known(how = How.INFERRED, source = "versions and log headers of the same years")
    static String versionOf(HeaderForm form) {
        return switch (form) {
            case A0 -> "2.7.1198.778";
            case A -> "2.7.41491.949";
            case B -> "2.7.41491.1004";
            case C -> NEWEST;
        };
    }
}
