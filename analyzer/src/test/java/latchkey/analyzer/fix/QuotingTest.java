package latchkey.analyzer.fix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class QuotingTest {
    private static final String NASTY = "'\"`$(){}[]<>|&;!%^~*?#@=,:\\/- \u2018\u2019\u201a\u201b\u201c\u00e4\u65e5aZ09-Force";
    private static final String UNSEEN = "\u0000\u0007\n\r\t\u001b\u007f\u0085\u200b\u200e\u202e\u2028\u2066\ufeff\ud800";

    @Test
    void bashReadsBackWhatWasQuoted(@TempDir Path folder) throws IOException, InterruptedException {
        // Given
        assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "needs bash");
        var names = hostileNames().toList();
        var script = new StringBuilder();
        names.forEach(name -> script.append("printf '%s\\0' ")
                .append(Quoting.BASH.quoted(name).orElseThrow())
                .append('\n'));
        var file = Files.writeString(folder.resolve("names.sh"), script);
        var process = new ProcessBuilder("/bin/bash", file.toString())
                .redirectErrorStream(true)
                .start();
        // When
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        // Then
        assertThat(process.waitFor()).isZero();
        assertThat(output).isEqualTo(String.join("\0", names) + "\0");
    }

    @Test
    void powershellReadsBackWhatWasQuoted() {
        assertThat(hostileNames()).allSatisfy(name -> {
            // When
            var quoted = Quoting.POWERSHELL.quoted(name).orElseThrow();
            // Then
            assertThat(readByPowerShell(quoted)).isEqualTo(name);
        });
    }

    @Test
    void cmdHoldsNothingThatItWouldExpand() {
        assertThat(hostileNames()).allSatisfy(name -> {
            // When
            var quoted = Quoting.CMD.quoted(name);
            // Then
            boolean expands = name.chars().anyMatch(c -> c == '%' || c == '!' || c == '"');
            assertThat(quoted.isEmpty()).isEqualTo(expands);
            quoted.ifPresent(text -> assertThat(readByCmdProgram(text)).isEqualTo(name));
        });
    }

    @Test
    void refusesWhatCannotBeSeenInEveryShell() {
        for (Quoting quoting : Quoting.values()) {
            for (char unseen : UNSEEN.toCharArray()) {
                assertThat(quoting.quoted("a" + unseen + "b")).as("%04x", (int) unseen).isEmpty();
                assertThat(quoting.word("a" + unseen + "b")).as("%04x", (int) unseen).isEmpty();
            }
        }
    }

    @Test
    void leavesPlainWordsBareAndQuotesTheRest() {
        assertThat(Quoting.POWERSHELL.word("-ResourceGroupName")).contains("-ResourceGroupName");
        assertThat(Quoting.BASH.word("a b")).contains("'a b'");
        assertThat(Quoting.BASH.word("C:\\x")).contains("'C:\\x'");
        assertThat(Quoting.CMD.word("C:\\a b\\")).contains("\"C:\\a b\\\\\"");
        assertThat(Quoting.POWERSHELL.word("")).contains("''");
        assertThat(Quoting.POWERSHELL.word("--%")).contains("'--%'");
    }

    private static Stream<String> hostileNames() {
        var random = new Random(7);
        var names = new ArrayList<>(List.of("'", "''", "\u2019; rm x; \u2018", "$(id)", "a'b", "\\", "x\\\\", "-Force", "`id`"));
        for (int i = 0; i < 4000; i++) {
            var name = new StringBuilder();
            for (int length = random.nextInt(1, 14); length > 0; length--) {
                name.append(NASTY.charAt(random.nextInt(NASTY.length())));
            }
            names.add(name.toString());
        }
        return names.stream();
    }

    /** The documented rule: any of five characters ends the text, unless another one of them follows, which is then meant. */
    private static String readByPowerShell(String quoted) {
        var marks = "'\u2018\u2019\u201a\u201b";
        assertThat(quoted).startsWith("'");
        var text = new StringBuilder();
        int at = 1;
        while (true) {
            char c = quoted.charAt(at);
            if (marks.indexOf(c) >= 0) {
                boolean isDoubled = at + 1 < quoted.length() && marks.indexOf(quoted.charAt(at + 1)) >= 0;
                if (!isDoubled) {
                    assertThat(at).as("the text ends with its quotation").isEqualTo(quoted.length() - 1);
                    return text.toString();
                }
                at++;
                c = quoted.charAt(at);
            }
            text.append(c);
            at++;
        }
    }

    /** How programs split what cmd hands them: backslashes count only before a double quote. */
    private static String readByCmdProgram(String quoted) {
        var inside = quoted.substring(1, quoted.length() - 1);
        int end = inside.length();
        while (end > 0 && inside.charAt(end - 1) == '\\') {
            end--;
        }
        assertThat((inside.length() - end) % 2).isZero();
        return inside.substring(0, end + (inside.length() - end) / 2);
    }
}
