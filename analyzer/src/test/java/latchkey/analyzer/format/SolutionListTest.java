package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists of errors with their solutions in the forms in which people keep them. */
final class SolutionListTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "| Symptom | Solution |\n|---|---|\n| refused | reset it |\n| locked | wait |",
                "<table><tr><th>Error</th><th>Fix</th></tr>\n"
                        + "<tr><td>a</td></tr>\n"
                        + "<tr><td>b</td></tr>\n"
                        + "</table>",
                "Error message        What to do\n"
                        + "locked               unlock it\n"
                        + "full                 clean up",
                "Fehler\tL\u00f6sung\ngesperrt\tentsperren\nvoll\taufr\u00e4umen",
                "Erreur | Solution\nverrouill\u00e9 | attendre\nplein | vider",
                "Q: The account is locked.\nA: Unlock it.\nQ: The disk is full.\nA: Clean up."
            })
    void tablesAndAnswersAreLists(String text) {
        assertThat(SolutionList.in(text.lines().toList()).cardinality()).isGreaterThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1. 'The account is locked' -> unlock it\n2. 'The disk is full' -> clean up",
                "- \"Your credentials did not work\": reset the password\n"
                        + "- \"Trust failed\": rejoin the domain",
                "* disk is full => extend the disk\n"
                        + "* account is locked \u2192 wait for half an hour",
                "\u201eKonto gesperrt\u201c \u2013 Konto entsperren\n"
                        + "\u201ePlatte voll\u201c \u2013 Platte bereinigen"
            })
    void itemsThatPointToAdviceAreLists(String text) {
        assertThat(SolutionList.in(text.lines().toList()).cardinality()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "We have an error and need a solution.\nThe account is locked.\nThanks",
                "PS> Test-NetConnection -Port 80 -> TcpTestSucceeded : False\n"
                        + "PS> ipconfig -> 10.0.0.4",
                "route 0.0.0.0/0 -> None\nroute 10.0.0.0/8 -> VnetLocal",
                "\"The account is locked\" -> unlock it, they say",
                "| Name | PowerState |\n|---|---|\n| vm1 | VM deallocated |"
            })
    void evidenceIsNoList(String text) {
        assertThat(SolutionList.in(text.lines().toList()).isEmpty()).isTrue();
    }

    @Test
    void aTableEndsAtABlankLine() {
        var text = "Problem | Fix\nlocked | unlock\nfull | clean\n\nOurs is locked.";
        assertThat(SolutionList.in(text.lines().toList()).get(5)).isFalse();
    }
}
