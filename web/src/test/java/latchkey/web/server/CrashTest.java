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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Kills the whole server again and again in the middle of its work; what it acknowledged has to be
 * there afterwards. {@code -Dlatchkey.kills=300} for the long run.
 */
final class CrashTest {
    private static final Set<String> OVER = Set.of("done", "failed", "cancelled");

    @TempDir Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    /** A server as a user starts it. */
    private final class Served {
        private final Process process;
        private final String address;
        private final String token;

        Served() throws IOException {
            process =
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
                                    folder.resolve("data").toString())
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            BufferedReader lines = process.inputReader();
            String line = String.valueOf(lines.readLine());
            address = line.substring(0, line.indexOf("/#"));
            token = line.substring(line.indexOf("token=") + 6);
        }

        HttpResponse<String> send(String method, String path, String body, String... headers)
                throws IOException, InterruptedException {
            List<String> all = new ArrayList<>(List.of(headers));
            all.addAll(List.of("Authorization", "Bearer " + token, "Accept"));
            all.add(path.endsWith("/events") ? "text/event-stream" : "*/*");
            return client.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .headers(all.toArray(String[]::new))
                            .method(method, BodyPublishers.ofString(body))
                            .build(),
                    BodyHandlers.ofString());
        }

        void kill() throws InterruptedException {
            process.destroyForcibly();
            process.waitFor();
        }
    }

    /** What the server said it has; everything here was answered before a kill. */
    private static final class Promised {
        private final List<String> cases = new ArrayList<>();
        private final List<String> notes = new ArrayList<>();

        /** Bytes of uploads that are not yet a case, by the id of the upload. */
        private final Map<String, Integer> received = new LinkedHashMap<>();

        private final Map<String, String> names = new LinkedHashMap<>();
        private int number;
    }

    @Test
    void nothingAcknowledgedIsLostWhenTheServerIsKilled() throws IOException, InterruptedException {
        int kills = Integer.getInteger("latchkey.kills", 3);
        Random lots = new Random(4711);
        Promised promised = new Promised();
        for (int kill = 0; kill < kills; kill++) {
            Served served = new Served();
            CountDownLatch enough = new CountDownLatch(1 + lots.nextInt(9));
            Thread writer = Thread.ofVirtual().start(() -> write(served, promised, enough));
            assertThat(enough.await(60, TimeUnit.SECONDS)).isTrue();
            served.kill();
            writer.join();
        }
        Served served = new Served();
        try {
            checkCases(served, promised);
            checkUploads(served, promised);
        } finally {
            served.kill();
        }
        System.out.printf(
                "%d kills: %d cases, %d notes, %d open uploads, nothing lost%n",
                kills, promised.cases.size(), promised.notes.size(), promised.received.size());
    }

    private void write(Served served, Promised promised, CountDownLatch enough) {
        try {
            while (true) {
                promised.number++;
                if (promised.number % 2 == 0) {
                    whole(served, promised, enough);
                } else {
                    inPieces(served, promised, enough);
                }
            }
        } catch (IOException killed) {
            // What was not answered was not promised.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void whole(Served served, Promised promised, CountDownLatch enough)
            throws IOException, InterruptedException {
        String text =
                "The password does not meet the password policy requirements " + promised.number;
        Optional<String> id = id(served.send("POST", "/api/cases?name=c" + promised.number, text));
        if (id.isPresent()) {
            promised.cases.add(id.get());
            enough.countDown();
            String note = "note" + promised.number;
            if (served.send(
                                    "POST",
                                    "/api/cases/" + id.get() + "/notes",
                                    "{\"text\":\"" + note + "\"}",
                                    "Content-Type",
                                    "application/json")
                            .statusCode()
                    == 201) {
                promised.notes.add(id.get() + " " + note);
                enough.countDown();
            }
        }
    }

    /** One upload in three pieces; the case made of it is not the last word of every upload. */
    private void inPieces(Served served, Promised promised, CountDownLatch enough)
            throws IOException, InterruptedException {
        String name = "u" + promised.number;
        String piece = "VMAccess Extension does not support Domain Controller. ".repeat(400);
        int all = piece.length() * 3;
        Optional<String> upload =
                id(served.send("POST", "/api/uploads?name=" + name + "&size=" + all, ""));
        if (upload.isEmpty()) {
            return;
        }
        promised.names.put(upload.get(), name);
        promised.received.put(upload.get(), 0);
        for (int at = 0; at < all; at += piece.length()) {
            int end = at + piece.length();
            String range = "bytes " + at + "-" + (end - 1) + "/" + all;
            String path = "/api/uploads/" + upload.get();
            assertThat(served.send("PUT", path, piece, "Content-Range", range).statusCode())
                    .isEqualTo(200);
            promised.received.put(upload.get(), end);
            enough.countDown();
        }
        id(served.send("POST", "/api/cases?name=" + name + "&uploads=" + upload.get(), ""))
                .ifPresent(
                        id -> {
                            promised.cases.add(id);
                            promised.received.remove(upload.get());
                            enough.countDown();
                        });
    }

    private static Optional<String> id(HttpResponse<String> created) {
        return created.statusCode() == 201
                ? Optional.of(JsonMapper.shared().readTree(created.body()).path("id").asString())
                : Optional.empty();
    }

    private static JsonNode json(Served served, String path)
            throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(served.send("GET", path, "").body());
    }

    private void checkCases(Served served, Promised promised)
            throws IOException, InterruptedException {
        for (String id : promised.cases) {
            assertThat(json(served, "/api/cases/" + id).path("id").asString()).isEqualTo(id);
            String events = served.send("GET", "/api/cases/" + id + "/events", "").body();
            String state = json(served, "/api/cases/" + id).path("state").asString();
            assertThat(OVER).as(events).contains(state);
            if (state.equals("done")) {
                assertThat(served.send("GET", "/api/cases/" + id + "/report", "").body())
                        .contains("schemaVersion");
            }
        }
        for (String note : promised.notes) {
            String[] both = note.split(" ");
            assertThat(served.send("GET", "/api/cases/" + both[0] + "/notes", "").body())
                    .contains(both[1]);
        }
    }

    /** An upload is where it was left, or has become a case whose answer did not come through. */
    private void checkUploads(Served served, Promised promised)
            throws IOException, InterruptedException {
        for (Map.Entry<String, Integer> one : promised.received.entrySet()) {
            HttpResponse<String> upload = served.send("GET", "/api/uploads/" + one.getKey(), "");
            if (upload.statusCode() == 200) {
                assertThat(JsonMapper.shared().readTree(upload.body()).path("received").asInt())
                        .isGreaterThanOrEqualTo(one.getValue());
            } else {
                String name = promised.names.get(one.getKey());
                assertThat(json(served, "/api/cases?q=name:" + name).path("cases").size())
                        .as(one.getKey())
                        .isEqualTo(1);
            }
        }
    }
}
