package latchkey.simulator.agent.log;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** Levels of WaAppAgent.log; normal progress is often WARN. */
@Known(how = How.RECORDED, source = "public pastes of WaAppAgent.log, 2016 to 2024")
public enum Level {
    INFO,
    WARN,
    ERROR,
    TRACE,
    HEART;

    private static final int COLUMNS = 8;

    /** In brackets, filled with blanks to eight columns. */
    String field() {
        String word = "[" + name() + "]";
        return word + " ".repeat(COLUMNS - word.length());
    }
}
