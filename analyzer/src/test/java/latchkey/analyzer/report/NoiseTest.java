package latchkey.analyzer.report;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.diagnosis.Outcome;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Machines on which VMAccess works and whose logs hold what logs of sound machines hold. */
class NoiseTest {
    private static final Instant RESET = Instant.parse("2026-04-12T10:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir private Path folder;

    /** A record of noise: where it stands, how long after the one before, and its words. */
    private record Piece(String head, Duration after, String text) {}

    /** Pieces that belong together. */
    private record Noise(String name, List<Piece> pieces) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Noise> noises() throws IOException {
        return Arrays.stream(resource().split("(?m)^## ")).skip(1).map(NoiseTest::noise);
    }

    @ParameterizedTest
    @MethodSource("noises")
    void noiseBeforeTheLastResetIsNoCause(Noise noise) throws Exception {
        assertThat(causes(machine(List.of(noise), RESET.minus(DAY)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("noises")
    void noiseSinceTheLastResetIsNoCause(Noise noise) throws Exception {
        assertThat(causes(machine(List.of(noise), RESET.plus(DAY)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("noises")
    void noiseAsTheLastWordIsNoCause(Noise noise) throws Exception {
        assertThat(causes(machine(List.of(noise), RESET.plus(DAY.multipliedBy(30))))).isEmpty();
    }

    /** Years of it at once, the same again every few days, on both sides of the reset. */
    @Test
    void allNoiseTogetherIsNoCause() throws Exception {
        List<Noise> all = new ArrayList<>();
        for (int round = 0; round < 4; round++) {
            for (Noise noise : noises().toList()) {
                all.add(new Noise(noise.name(), later(noise.pieces(), Duration.ofMinutes(47))));
            }
        }
        assertThat(causes(machine(all, RESET.minus(Duration.ofDays(6))))).isEmpty();
    }

    private static List<Piece> later(List<Piece> pieces, Duration by) {
        List<Piece> moved = new ArrayList<>(pieces);
        Piece first = pieces.getFirst();
        moved.set(0, new Piece(first.head(), first.after().plus(by), first.text()));
        return moved;
    }

    private static List<String> causes(Report report) {
        assertThat(report.outcome()).isNotEqualTo(Outcome.UNKNOWN_FAILURE);
        return report.causes().stream()
                .map(cause -> cause.named() + " by " + cause.rule())
                .toList();
    }

    private static Noise noise(String block) {
        String[] parts = block.split("\n", 2);
        List<Piece> pieces = new ArrayList<>();
        String head = "";
        Duration after = Duration.ZERO;
        StringBuilder text = new StringBuilder();
        for (String line : parts[1].strip().split("\n")) {
            if (line.startsWith("+ ")) {
                pieces.add(new Piece(head, after, text.toString()));
                text.setLength(0);
                head = "";
                after = Duration.parse("PT" + line.substring(2).strip());
            } else if (head.isEmpty()) {
                head = line;
            } else {
                text.append(line).append('\n');
            }
        }
        pieces.add(new Piece(head, after, text.toString()));
        return new Noise(parts[0], pieces);
    }

    private Report machine(List<Noise> noises, Instant from) throws Exception {
        StringBuilder agent = new StringBuilder();
        StringBuilder events = new StringBuilder();
        StringBuilder assist = new StringBuilder();
        beats(agent, RESET.minus(DAY.multipliedBy(2)), RESET);
        agent(agent, RESET, "INFO", "Beginning enable of plugin Microsoft.Compute.VMAccessAgent.");
        agent(
                agent,
                RESET.plusSeconds(9),
                "WARN",
                "Plugin enabled (handler name: Microsoft.Compute.VMAccessAgent, extension name: ,"
                        + " version: 2.4.11)., Code: 0");
        beats(agent, RESET.plusSeconds(30), RESET.plus(DAY.multipliedBy(20)));
        List<String> lines = new ArrayList<>();
        Instant at = from;
        for (Noise noise : noises) {
            for (Piece piece : noise.pieces()) {
                at = at.plus(piece.after());
                if (piece.head().startsWith("event")) {
                    event(events, at, piece);
                } else if (piece.head().startsWith("agent")) {
                    StringBuilder line = new StringBuilder();
                    agent(line, at, piece.head().substring(7), piece.text().strip());
                    lines.add(line.toString());
                } else {
                    assist.append(at.toString().replace('T', ' '))
                            .append(" 00:02 01.10s ")
                            .append(piece.text());
                }
            }
        }
        Files.writeString(folder.resolve("WaAppAgent.log"), inOrder(agent, lines));
        if (!events.isEmpty()) {
            Files.writeString(folder.resolve("events.xml"), events);
        }
        if (!assist.isEmpty()) {
            Files.writeString(folder.resolve("vmassist.log"), assist);
        }
        Path status =
                Files.createDirectories(
                        folder.resolve(
                                "Packages/Plugins/Microsoft.Compute.VMAccessAgent/2.4.11/Status"));
        Files.writeString(
                status.resolve("4.status"),
                """
                [{"version":"1.0","timestampUTC":"%s","status":{"name":"Microsoft.Compute.VMAccessAgent","operation":"Enable","status":"success","code":0,"formattedMessage":{"lang":"en-US","message":"Succesfully updated Admin account."},"substatus":[]}}]
                """
                        .formatted(RESET.plusSeconds(8)));
        return Triage.with(List.of())
                .answer(
                        new TriageRequest(
                                List.of(folder.toString()),
                                null,
                                List.of(),
                                null,
                                null,
                                false,
                                Map.of(),
                                1,
                                Progress.SILENT))
                .report();
    }

    private static String inOrder(StringBuilder agent, List<String> more) {
        List<String> all = new ArrayList<>(more);
        all.addAll(Arrays.asList(agent.toString().split("(?m)^(?=\\[)")));
        all.sort((a, b) -> a.substring(11).compareTo(b.substring(11)));
        return String.join("", all);
    }

    private static void beats(StringBuilder log, Instant from, Instant to) {
        for (Instant at = from; at.isBefore(to); at = at.plus(Duration.ofMinutes(90))) {
            agent(log, at, "HEART", "WindowsAzureGuestAgent Heartbeat.");
        }
    }

    private static void agent(StringBuilder log, Instant at, String level, String text) {
        log.append("[00000007] %s [%s] %s%n".formatted(at, level, text));
    }

    private static void event(StringBuilder log, Instant at, Piece piece) {
        String[] where = piece.head().substring(7).split("; ");
        StringBuilder data = new StringBuilder();
        StringBuilder message = new StringBuilder();
        for (String line : piece.text().split("\n")) {
            if (line.startsWith("= ")) {
                String[] pair = line.substring(2).split(": ", 2);
                data.append("<Data%s>%s</Data>".formatted(name(pair[0]), pair[1]));
            } else {
                message.append(line).append('\n');
            }
        }
        log.append(
                """
                <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='%s'/><EventID>%s</EventID><TimeCreated SystemTime='%s'/><Channel>%s</Channel><Computer>APP07</Computer></System><EventData>%s</EventData><RenderingInfo Culture='en-US'><Message>%s</Message><Level>%s</Level></RenderingInfo></Event>
                """
                        .formatted(
                                where[1],
                                where[2],
                                at,
                                where[0],
                                data,
                                message.toString().strip().replace("<", "&lt;"),
                                where[3]));
    }

    private static String name(String name) {
        return name.isBlank() ? "" : " Name='" + name + "'";
    }

    private static String resource() throws IOException {
        try (InputStream stream = NoiseTest.class.getResourceAsStream("noise.txt")) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
