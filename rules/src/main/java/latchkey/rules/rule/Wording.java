package latchkey.rules.rule;

import java.util.List;

/**
 * A message as a machine writes it in one language.
 *
 * @param text the message; {@code %1} stands for anything
 * @param anchors fixed texts of which every copy of the message holds at least one
 */
public record Wording(String text, List<String> anchors) {
    public Wording {
        anchors = List.copyOf(anchors);
    }
}
