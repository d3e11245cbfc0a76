package latchkey.simulator.scenario;

import latchkey.simulator.scenario.language.Parameter;
import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.scenario.language.Vocabulary;

/** What goes wrong by itself. */
final class Mishaps {
    private final Stage stage;

    Mishaps(Stage stage) {
        this.stage = stage;
    }

    static Vocabulary vocabulary(Parameter... common) {
        return new Vocabulary("fault");
    }

    void arrange(Phrase fault) {
        stage.world();
    }
}
