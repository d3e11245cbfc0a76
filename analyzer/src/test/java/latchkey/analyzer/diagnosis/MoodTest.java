package latchkey.analyzer.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How sentences are meant, in the languages in which people write. */
final class MoodTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The account is locked.|STATEMENT",
                "Is the account locked?|QUESTION",
                "mot de passe expiré peut-être ?|QUESTION",
                "If the consent has expired, ask again.|CONDITION",
                "Ask again unless it is locked.|CONDITION",
                "If I press it, the menu of my laptop opens.|STATEMENT",
                "The machine is a DC, if that matters.|STATEMENT",
                "Falls das Konto gesperrt ist, bitte warten.|CONDITION",
                "Wenn ich mich anmelde, ist das Konto gesperrt.|STATEMENT",
                "Wenn das Konto gesperrt ist, warten.|CONDITION",
                "Si le compte est verrouillé, attendez.|CONDITION",
                "Si la cuenta está bloqueada, espere.|CONDITION",
                "Sí, la cuenta está bloqueada.|STATEMENT",
                "Se a conta estiver bloqueada, espere.|CONDITION",
                "Se bloqueó la cuenta.|STATEMENT",
                "Make sure the account is not locked.|REQUEST",
                "2) check that the NSG does not block it|REQUEST",
                "[10:02] Kim: check the NSG|REQUEST",
                "Reset from the portal went green.|STATEMENT",
                "Bitte prüfen, ob es voll ist.|CONDITION",
                "Veuillez déverrouiller le compte.|REQUEST",
                "Maybe the account is locked.|GUESS",
                "I think the disk is full.|GUESS",
                "Das Konto ist vielleicht gesperrt.|GUESS",
                "Quizás la cuenta está bloqueada.|GUESS",
                "Talvez a conta esteja bloqueada.|GUESS",
                "The full disk is not the problem.|DENIAL",
                "The firewall is off so it can't be that.|DENIAL",
                "Die NSG ist nicht das Problem.|DENIAL",
                "The machines are stopped every night.|PLAN",
                "The account will be locked.|PLAN",
                "Die Server sind jede Nacht aus.|PLAN",
                "The NSG blocked it, RDP works again.|CURE",
                "Das Problem ist gelöst.|CURE",
                "C'est résolu.|CURE",
                "Ahora funciona.|CURE",
                "The problem is not solved.|STATEMENT",
                "It works now and then.|STATEMENT"
            })
    void isHeard(String sentence, Mood mood) {
        assertThat(Mood.of(Speech.evened(sentence))).isEqualTo(mood);
    }

    @Test
    void knowsWhereAChoiceOfReasonsBegins() {
        assertThat(Mood.choiceIn("it cannot connect for one of these reasons: 1) it is off"))
                .isEqualTo("it cannot connect for ".length());
    }
}
