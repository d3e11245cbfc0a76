package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Kills the whole server again and again in the middle of its work; what it acknowledged has to be
 * there afterwards. {@code -Dlatchkey.kills=300} for the long run.
 */
abstract class Crashes {
    private static final Set<String> OVER = Set.of("done", "failed", "cancelled");

    @TempDir Path folder;

    /** What the server is started with besides its port and its folder. */
    abstract ProcessBuilder configured(ProcessBuilder server) throws IOException;

    private final HttpClient client = HttpClient.newHttpClient();

    /** A server as a user starts it. */
    private final class Served {
        private final Process process;
        private final String address;
        private final String token;

        Served() throws IOException {
            process =
                    configured(
                                    new ProcessBuilder(
                                            Path.of(System.getProperty("java.home"), "bin", "java")
                                                    .toString(),
                                            "-XX:TieredStopAtLevel=1",
                                            "-Xshare:auto",
                                            "--enable-native-access=ALL-UNNAMED",
                                            "-cp",
                                            System.getProperty("java.class.path"),
                                            "latchkey.analyzer.cli.Latchkey",
                                            "serve",
                                            "--port",
                                            "0",
                                            "--data",
                                            folder.resolve("data").toString()))
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            BufferedReader lines = process.inputReader();
            String line = String.valueOf(lines.readLine());
            address = line.substring(0, line.indexOf("/#"));
            token = line.substring(line.indexOf("token=") + 6);
        }

        HttpResponse<String> send(String method, String path, String body)
                throws IOException, InterruptedException {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .header("Authorization", "Bearer " + token)
                            .header(
                                    "Accept",
                                    path.endsWith("/events") ? "text/event-stream" : "*/*")
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheServerIsKilled() throws IOException, InterruptedException {
        int kills = Integer.getInteger("latchkey.kills", 3);
        Random lots = new Random(4711);
        List<String> acknowledged = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        for (int kill = 0; kill < kills; kill++) {
            Served served = new Served();
            int wanted = 1 + lots.nextInt(6);
            CountDownLatch enough = new CountDownLatch(wanted);
            Thread writer =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            while (true) {
                                                work(served, acknowledged, notes);
                                                enough.countDown();
                                            }
                                        } catch (IOException killed) {
                                            // What was not answered was not promised.
                                        } catch (InterruptedException e) {
                                            Thread.currentThread().interrupt();
                                        }
                                    });
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            served.kill();
            writer.join();
        }
        Served served = new Served();
        try {
            for (String id : acknowledged) {
                JsonNode row =
                        JsonMapper.shared()
                                .readTree(served.send("GET", "/api/cases/" + id, "").body());
                assertThat(row.path("id").asString()).isEqualTo(id);
                String events = served.send("GET", "/api/cases/" + id + "/events", "").body();
                JsonNode end =
                        JsonMapper.shared()
                                .readTree(served.send("GET", "/api/cases/" + id, "").body());
                assertThat(OVER).as(events).contains(end.path("state").asString());
                if (end.path("state").asString().equals("done")) {
                    assertThat(served.send("GET", "/api/cases/" + id + "/report", "").body())
                            .contains("schemaVersion");
                }
            }
            for (String note : notes) {
                String[] both = note.split(" ");
                assertThat(served.send("GET", "/api/cases/" + both[0] + "/notes", "").body())
                        .contains(both[1]);
            }
        } finally {
            served.kill();
        }
    }

    private void work(Served served, List<String> acknowledged, List<String> notes)
            throws IOException, InterruptedException {
        HttpResponse<String> created =
                served.send(
                        "POST",
                        "/api/cases?name=c" + acknowledged.size(),
                        "The password does not meet the password policy requirements "
                                + acknowledged.size());
        if (created.statusCode() == 201) {
            String id = JsonMapper.shared().readTree(created.body()).path("id").asString();
            acknowledged.add(id);
            HttpResponse<String> noted =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    served.address + "/api/cases/" + id + "/notes"))
                                    .header("Authorization", "Bearer " + served.token)
                                    .header("Content-Type", "application/json")
                                    .POST(
                                            BodyPublishers.ofString(
                                                    "{\"text\":\"note" + notes.size() + "\"}"))
                                    .build(),
                            BodyHandlers.ofString());
            if (noted.statusCode() == 201) {
                notes.add(id + " note" + notes.size());
            }
        }
    }
}
