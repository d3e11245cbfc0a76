package latchkey.simulator.scenario;

import latchkey.simulator.scenario.language.Phrase;

/** Something that a person or a client does. */
@FunctionalInterface
interface Act {
    /** Does it. */
    void play(Stage stage, Phrase step);
}
