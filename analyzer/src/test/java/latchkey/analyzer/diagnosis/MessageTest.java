package latchkey.analyzer.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.rules.rule.Wording;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Locale;

final class MessageTest {
    private static boolean finds(String message, String anchor, String text) {
        return new Message(new Wording(message, List.of(anchor)))
                        .findIn(text, text.toLowerCase(Locale.ROOT))
                >= 0;
    }

    @ParameterizedTest
    @CsvSource({
        "Fehler: DIE NACHRICHT ENTHÄLT DEN EMPFÄNGER NICHT (x), true",
        "Die Nachricht enthaelt den Empfaenger nicht., true",
        "Die Nachricht enth\u00c3\u00a4lt den Empf\u00c3\u00a4nger nicht, true",
        "Die Nachricht enth\ufffdlt den Empf\ufffdnger nicht, true",
        "Die Nachricht enthält\u00a0 den Empfänger nicht, true",
        "Die Nachricht enthält den Absender nicht, false",
        "Die Nachricht, false",
    })
    void knowsAccentsHoweverTheyAreSpelt(String text, boolean found) {
        assertThat(finds("Die Nachricht enthält den Empfänger nicht.", "Die Nachricht enth", text))
                .isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource({
        "Échec d\u2019ouverture du service\u00a0: \u00ab rdp \u00bb n\u2019est pas l\u00e0, true",
        "Echec d'ouverture du service: rdp n'est pas la, true",
        "Echec d'ouverture du service : n'est pas, false",
    })
    void knowsQuotesAndBlanksHoweverTheyAreSet(String text, boolean found) {
        assertThat(
                        finds(
                                "Échec d'ouverture du service : \"%1\" n'est pas là",
                                "ouverture du service", text))
                .isEqualTo(found);
    }

    @Test
    void writesGapsAndSignsAsAnExpression() {
        var blank = "[\\s\\x{a0}\\x{202f}\\x{3000}]";
        assertThat(Message.expressionFor("%1 {0} (a.b)? %2!s!"))
                .isEqualTo(
                        ".{1,200}?B{1,8}.{1,200}?B{1,8}\\(a\\.b\\)B{0,2}\\?B{1,8}.{1,200}?"
                                .replace("B", blank));
    }
}
