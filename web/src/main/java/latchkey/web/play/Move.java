package latchkey.web.play;

import java.util.List;

/**
 * Something a person can do to a world: a step of the scenario language, or a fault.
 *
 * @param title a sentence without its full stop; empty where the word says it all
 */
public record Move(String word, String title, List<Field> fields) {
    public Move {
        fields = List.copyOf(fields);
    }

    /**
     * What can be said with it.
     *
     * @param kind text, number, flag, duration, instant or list
     * @param choices the words allowed; none for any
     * @param otherwise what is meant when nothing is said; empty where that is nothing
     */
    public record Field(
            String name,
            String kind,
            boolean required,
            List<String> choices,
            String otherwise,
            String meaning) {
        public Field {
            choices = List.copyOf(choices);
        }
    }
}
