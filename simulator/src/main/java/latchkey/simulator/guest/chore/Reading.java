package latchkey.simulator.guest.chore;

import java.util.List;

/** What a command line stands for. */
public sealed interface Reading {
    /** It changes something: these chores, one after another. */
    record Does(List<Chore> chores) implements Reading {
        /** Copies the list. */
        public Does {
            chores = List.copyOf(chores);
        }
    }

    /** It only shows something. */
    record Looks() implements Reading {}

    /**
     * Nobody here knows what it does.
     *
     * @param program its first word
     */
    record Unknown(String program) implements Reading {}

    /** One chore. */
    static Reading of(Chore chore) {
        return new Does(List.of(chore));
    }
}
