package latchkey.simulator.agent;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.simulator.agent.log.LogFile;
import latchkey.simulator.agent.log.LogOptions;
import latchkey.simulator.guest.FileTree;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** What a machine's files look like when somebody takes them. */
final class LogsTest {
    private static final String LOG = "C:\\WindowsAzure\\Logs\\WaAppAgent.log";
    private static final String PASSWORD = "{\"Password\":\"short\"}";
    private static final String HELPER = "{\"UserName\":\"helper\"}";

    private static Map<String, String> everything(long seed, LogOptions options)
            throws IOException {
        var stage = new Stage(seed).ready();
        stage.reset(HELPER, PASSWORD);
        stage.guest().network().setProxy("http://proxy.contoso.example:8080", true);
        stage.world().advance(Duration.ofHours(2));
        Map<String, String> files = new TreeMap<>();
        for (FileTree.Entry entry : stage.guest().files().below("C:")) {
            files.put(entry.path(), Arrays.toString(entry.content()));
        }
        for (LogFile file : stage.machine().logs().files()) {
            var bytes = new ByteArrayOutputStream();
            file.writeTo(bytes, options);
            files.put(file.path(), bytes.toString(java.nio.charset.StandardCharsets.UTF_8));
        }
        return files;
    }

    @Test
    void theSameSeedGivesTheSameFilesByteForByte() throws IOException {
        // Given
        var options = new LogOptions(Duration.ofDays(2), 300_000);
        var first = everything(11, options);
        // When
        var second = everything(11, options);
        // Then
        assertThat(second).isEqualTo(first);
        assertThat(everything(12, options)).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "A0;^\\[\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\] \\[(INFO\\] "
                        + " |ERROR\\] )\\S.*",
                "A;^\\[\\d{8}\\] \\[\\d\\d/\\d\\d/\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d\\d\\]"
                        + " \\[[A-Z]+\\] .*",
                "B;^\\[\\d{8}\\] \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ \\[[A-Z]+\\] .*",
                "C;^\\[\\d{8}\\] \\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z \\[[A-Z]+\\]"
                        + " .*",
            })
    void headersAreThoseOfTheGeneration(String form, String pattern) {
        // Given
        var stage = new Stage("agent.headers", form);
        // When
        stage.ready();
        // Then
        assertThat(stage.log().lines().findFirst()).get().asString().matches(pattern);
    }

    @Test
    void stampsGoBackWhenTheClockDoes() {
        // Given
        var stage = new Stage().ready();
        // When
        stage.guest().jumpClock(Duration.ofHours(-5));
        stage.world().advance(Duration.ofMinutes(30));
        // Then
        assertThat(stage.log()).contains("2026-03-02T04:").contains("2026-03-02T09:");
    }

    @Test
    void aRotatedLogLeavesItsPredecessor() {
        // Given
        var stage = new Stage().ready();
        stage.guest().files().rotate(LOG);
        // When
        stage.world().advance(Duration.ofMinutes(30));
        // Then
        assertThat(stage.file(LOG.replace(".log", ".000.log"), LogOptions.PLAIN))
                .contains("WindowsAzureGuestAgent starting. Version");
        assertThat(stage.log()).doesNotContain("starting. Version").contains("Heartbeat");
    }

    @Test
    void aLogIsAboutAsLargeAsAskedFor() throws IOException {
        // Given
        var stage = new Stage().ready();
        stage.world().advance(Duration.ofMinutes(10));
        var counted = new CountingStream();
        // When
        for (LogFile file : stage.machine().logs().files()) {
            if (file.path().equals(LOG)) {
                file.writeTo(counted, new LogOptions(Duration.ofDays(3), 20_000_000));
            }
        }
        // Then
        assertThat(counted.count).isBetween(19_000_000L, 23_000_000L);
    }

    @Test
    void idleHoursLeaveNoRecordsBehind() {
        // Given
        var stage = new Stage().ready();
        int before = stage.machine().logs().agent().size();
        // When
        stage.world().advance(Duration.ofDays(2));
        // Then
        assertThat(stage.machine().logs().agent().size()).isEqualTo(before);
        assertThat(stage.cloud().asked()).isGreaterThan(28_000);
    }

    private static final class CountingStream extends OutputStream {
        private long count;

        @Override
        public void write(int octet) {
            count++;
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            count += length;
        }
    }
}
