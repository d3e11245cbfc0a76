package latchkey.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.simulator.scenario.bundle.Piece;
import latchkey.simulator.scenario.language.Scenario;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;

/** What is handed over: the same for the same order, and silent about where it comes from. */
final class BundleTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "password-policy",
                "rdp-brute-force",
                "agent-not-installed",
                "cured-vm-not-running",
                "transport-key-unusable"
            })
    void theSameOrderGivesTheSameBytesAndEvents(String id) throws Exception {
        // Given
        Order order = order(id, "");

        // When
        Performance first = Player.play(order);
        Performance second = Player.play(order);

        // Then
        assertThat(second.truth()).isEqualTo(first.truth());
        assertThat(zip(second)).isEqualTo(zip(first));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "guest-logs", "disk-inspect", "pile", "paste"})
    void nothingNamesTheScenarioTheSeedOrTheSimulator(String layout) throws Exception {
        // When
        Performance played = Player.play(order("wrong-account-changed", layout));

        // Then
        for (Piece piece : played.parcel().pieces()) {
            String text = new String(piece.ink().bytes(), StandardCharsets.UTF_8);
            assertThat(piece.path() + text)
                    .doesNotContainIgnoringCase("wrong-account-changed")
                    .doesNotContainIgnoringCase("simulator")
                    .doesNotContainIgnoringCase("latchkey")
                    .doesNotContain("Lantern-2024-Now");
        }
        assertThat(played.parcel().pieces()).isNotEmpty();
    }

    @Test
    void aLanguageChangesWordsAndNoCode() throws Exception {
        // When
        Map<String, String> english = texts("password-policy-new-account", "");
        Map<String, String> german = texts("password-policy-new-account", "de");

        // Then
        assertThat(german.keySet()).isEqualTo(english.keySet());
        assertThat(joined(german)).contains("0x800708C5", "Kennwortrichtlinie");
        assertThat(joined(english)).contains("0x800708C5", "password policy requirements");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "de+utf16+guest-logs",
                "ja+lf+2018",
                "stale+neighbours",
                "fr+portal",
                "nul+pile"
            })
    void aVariantIsTheSameStory(String variant) throws Exception {
        // When
        Performance played = Player.play(order("password-policy", variant));

        // Then
        assertThat(played.disappointments()).as(played.replay()).isEmpty();
    }

    @Test
    void aGenerationOfTheAgentChangesHowRecordsBegin() throws Exception {
        assertThat(agentLog("2016")).startsWith("[04/17/2024");
        assertThat(agentLog("2018")).startsWith("[00000006] [04/17/2024");
        assertThat(agentLog("2021")).startsWith("[00000006] 2024-04-17T06:00:");
        assertThat(agentLog("2024"))
                .containsPattern("^\\[\\d{8}] 2024-04-17T06:00:\\d\\d\\.\\d{3}Z");
    }

    @Test
    void aRotatedLogKeepsItsBeginningInItsPredecessor() throws Exception {
        // When
        Map<String, String> plain = texts("password-policy", "");
        Map<String, String> rotated = texts("password-policy", "rotated");

        // Then
        String log = "WindowsAzure/Logs/WaAppAgent";
        assertThat(rotated.get(log + ".000.log") + rotated.get(log + ".log"))
                .isEqualTo(plain.get(log + ".log"));
    }

    @Test
    void anotherClientShowsTheSameErrorInItsOwnWay() throws Exception {
        assertThat(texts("domain-controller", "az"))
                .containsKey("az-output.txt")
                .doesNotContainKey("powershell-output.txt");
        assertThat(texts("domain-controller", "portal").get("portal-notification.txt"))
                .contains("does not support Domain Controller");
    }

    @Test
    void daysOfLifeBeforeTheStoryMakeTheLogLonger() throws Exception {
        assertThat(agentLog("days").length()).isGreaterThan(agentLog("").length() + 50_000);
    }

    @Test
    void aSizeIsReachedByStreaming() throws Exception {
        // Given
        Scenario scenario = Library.ofProgram(Words.language()).find("password-policy");
        long wanted = 20_000_000;

        // When
        Performance played = Player.play(new Order(scenario, 1, Variant.PLAIN, wanted, false));

        // Then
        Piece log =
                played.parcel().pieces().stream()
                        .filter(piece -> piece.endsWith("WaAppAgent.log"))
                        .findFirst()
                        .orElseThrow();
        long[] bytes = new long[1];
        log.ink()
                .pour(
                        new java.io.OutputStream() {
                            @Override
                            public void write(int octet) {
                                bytes[0]++;
                            }

                            @Override
                            public void write(byte[] all, int offset, int length) {
                                bytes[0] += length;
                            }
                        });
        assertThat(bytes[0]).isBetween(wanted / 2, wanted * 2);
    }

    private static String agentLog(String variant) throws Exception {
        return texts("password-policy", variant)
                .getOrDefault("WindowsAzure/Logs/WaAppAgent.log", "");
    }

    private static String joined(Map<String, String> texts) {
        return String.join("\n", texts.values());
    }

    private static Map<String, String> texts(String id, String variant) throws Exception {
        Map<String, String> texts = new TreeMap<>();
        for (Piece piece : Player.play(order(id, variant)).parcel().pieces()) {
            texts.put(piece.path(), new String(piece.ink().bytes(), StandardCharsets.UTF_8));
        }
        return texts;
    }

    private static byte[] zip(Performance played) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        played.parcel().zipTo(bytes);
        return bytes.toByteArray();
    }

    private static Order order(String id, String variant) throws Exception {
        Scenario scenario = Library.ofProgram(Words.language()).find(id);
        return new Order(scenario, 42, Variant.of(variant), 0, false);
    }
}
