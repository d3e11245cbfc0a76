package latchkey.simulator.agent;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;

/**
 * Periods and limits of an agent.
 *
 * @param poll between two looks at the goal state
 * @param report between two uploads of an unchanged status
 * @param installLimit after which an install command is killed
 * @param enableLimit after which an enable command is killed
 * @param otherLimit after which disable, update and uninstall commands are killed
 */
public record AgentPace(
        Duration poll,
        Duration report,
        Duration installLimit,
        Duration enableLimit,
        Duration otherLimit) {
    /** As documented where it is documented. */
    @Known(
            how = How.INFERRED,
            source =
                    "goal state period of the Linux agent; limits of the extension design note;"
                            + " WaAppAgent.log of 2016 shows 15 minutes for installs")
    public static final AgentPace ORDINARY =
            new AgentPace(
                    Duration.ofSeconds(6),
                    Duration.ofMinutes(1),
                    Duration.ofMinutes(15),
                    Duration.ofMinutes(5),
                    Duration.ofMinutes(15));
}
