package latchkey.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class AnchorChoiceTest {
    @ParameterizedTest
    @CsvSource({
        "The service %1 is gone for good., is gone for good",
        "Le nom d'utilisateur ou le mot de passe est incorrect., utilisateur ou le mot de passe est"
                + " incorrect",
        "Impossible de continuer : accès refusé, Impossible de continuer",
        "Die Nachricht enthält den Empfänger nicht, Die Nachricht enth",
        "リモート デスクトップ ライセンス サーバーがない, サーバーがない",
        "Неверное имя пользователя, еверное имя пользователя",
    })
    void takesTheLongestRunThatCopyingDoesNotChange(String message, String anchor) {
        assertThat(AnchorChoice.of(message)).containsExactly(anchor);
    }

    @Test
    void spellsAccentsOutWhereNothingElseIsLongEnough() {
        assertThat(AnchorChoice.of("Zugriff für häßliche"))
                .containsExactly(
                        "Zugriff für häßliche", "Zugriff fur hassliche", "Zugriff fuer haessliche");
    }

    @Test
    void findsNoneInAMessageOfShortPieces() {
        assertThat(AnchorChoice.of("%1: %2 is \"bad\"!")).isEmpty();
    }
}
