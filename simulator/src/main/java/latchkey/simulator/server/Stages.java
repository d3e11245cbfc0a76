package latchkey.simulator.server;

import latchkey.simulator.controlplane.PlatformOptions;
import latchkey.simulator.scenario.Library;
import latchkey.simulator.scenario.LiveStage;
import latchkey.simulator.scenario.Order;
import latchkey.simulator.scenario.Variant;
import latchkey.simulator.scenario.Words;
import latchkey.simulator.scenario.language.MalformedScenario;

/** Opens the world that was asked for. */
final class Stages {
    /** One healthy machine; nobody resets anything until a client does. */
    private static final String DEFAULT = "healthy-reset";

    private Stages() {}

    static Stage open(ServeOptions options) throws UnknownScenario {
        try {
            Order order =
                    new Order(
                            Library.ofProgram(Words.language())
                                    .find(options.scenario().orElse(DEFAULT)),
                            options.seed(),
                            Variant.PLAIN,
                            0,
                            false);
            return new ScenarioStage(
                    LiveStage.open(order, knobs -> pollable(knobs, options.realTime())));
        } catch (latchkey.simulator.scenario.UnknownScenario | MalformedScenario e) {
            throw new UnknownScenario(String.valueOf(e.getMessage()));
        }
    }

    /** A clock that stands still is moved by polls; one that moves by itself is not. */
    private static PlatformOptions pollable(PlatformOptions knobs, boolean realTime) {
        return knobs.with("pollStep", realTime ? "PT0S" : "PT5M");
    }
}
