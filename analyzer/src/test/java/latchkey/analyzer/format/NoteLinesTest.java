package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Line;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people wrote, told from what machines write. */
final class NoteLinesTest {
    @Test
    void keepsWhatPeopleWriteBetweenPastedLines() {
        // Given
        var text =
                """
                We get this since noon:
                [00000007] [02/19/2023 03:11:09.80] [WARN]  stopping.
                {"status": "error"}
                   at System.Foo.Bar(String name)
                <Event><System/></Event>
                PS C:\\> Get-AzVM

                | vm1 | stopped | west |
                and nobody knows why.
                """;
        // When
        var notes = NoteLines.in("a.txt", text);
        // Then
        assertThat(notes).isNotNull();
        assertThat(notes.lines())
                .extracting(Line::text)
                .containsExactly(
                        "We get this since noon:", "PS C:\\> Get-AzVM", "and nobody knows why.");
        assertThat(notes.lines().getLast().number()).isEqualTo(9);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[00000007] [02/19/2023 03:11:09.80] [INFO]  The agent is well and we go on.",
                "{\n  \"message\": \"it is not the best of days\"\n}",
                "Windows IP Configuration\n   Host Name . . . : vm1",
                "vm1  running  west\nvm2  stopped  west"
            })
    void findsNobodyInWhatMachinesWrite(String text) {
        assertThat(NoteLines.in("a.txt", text)).isNull();
    }

    @Test
    void doesNotLookIntoLogsAndDocumentsOfMachines() {
        assertThat(NoteLines.mayStandIn(new WaAppAgentLog(), "logs/WaAppAgent.log")).isFalse();
        assertThat(NoteLines.mayStandIn(new HandlerStatus(), "Status/0.status")).isFalse();
        assertThat(NoteLines.mayStandIn(new ClientError(), "paste")).isTrue();
        assertThat(NoteLines.mayStandIn(new PlainText(), "old.log")).isTrue();
    }
}
