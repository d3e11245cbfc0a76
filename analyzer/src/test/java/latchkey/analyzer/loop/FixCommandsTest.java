package latchkey.analyzer.loop;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.rules.catalog.PackLoader;
import latchkey.rules.rule.Fix;
import latchkey.simulator.guest.chore.CommandReader;
import latchkey.simulator.guest.chore.Reading;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a fix tells people to type in Windows is known to the simulated Windows, so that the command
 * itself can be tried and not only what is meant by it.
 */
final class FixCommandsTest {
    private static final Set<Fix.Channel> IN_WINDOWS =
            EnumSet.of(
                    Fix.Channel.RUN_COMMAND,
                    Fix.Channel.IN_GUEST,
                    Fix.Channel.SERIAL_CONSOLE,
                    Fix.Channel.OFFLINE_DISK);

    @Test
    void everyCommandForWindowsIsKnownThere() throws Exception {
        // Given
        Set<String> unread = new TreeSet<>();
        int read = 0;
        for (Fix fix : PackLoader.core().fixes().values()) {
            for (Fix.Step step : fix.steps()) {
                if (!IN_WINDOWS.contains(step.channel()) || step.command().isEmpty()) {
                    continue;
                }
                List<String> words = step.command().stream().map(FixCommandsTest::text).toList();
                if (CommandReader.read(words) instanceof Reading.Unknown) {
                    unread.add(fix.id() + ": " + words.getFirst());
                }
                read++;
            }
        }
        // Then
        assertThat(read).as("commands for Windows").isGreaterThanOrEqualTo(80);
        assertThat(unread)
                .as("commands that the simulated Windows does not know; the list may only shrink")
                .isEqualTo(excused());
    }

    private static Set<String> excused() throws IOException {
        try (var in = FixCommandsTest.class.getResourceAsStream("unread-commands.txt")) {
            var lines = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines();
            return new TreeSet<>(lines.filter(line -> !line.startsWith("#")).toList());
        }
    }

    private static String text(Fix.Word word) {
        return switch (word) {
            case Fix.Word.Plain plain -> plain.text();
            case Fix.Word.Slot slot ->
                    slot.name().equals("port") ? "3390" : "value-of-" + slot.name();
            case Fix.Word.Code code -> code.text();
            case Fix.Word.Prompt prompt -> "Meadow-Lantern-4711";
        };
    }
}
