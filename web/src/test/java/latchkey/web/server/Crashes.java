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
abstract class Crashes {
    private static final Set<String> OVER = Set.of("done", "failed", "cancelled");

    private static final String PIECE =
            "VMAccess Extension does not support Domain Controller. ".repeat(400);
    private static final int WHOLE = PIECE.length() * 5 / 2;

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
        private int swallowed;
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
                "%d kills: %d cases (%d whose answer was lost on the way), %d notes, nothing"
                        + " lost%n",
                kills, promised.cases.size(), promised.swallowed, promised.notes.size());
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

    /** A new upload, or one that a kill left open: it goes on where the server got to. */
    private void inPieces(Served served, Promised promised, CountDownLatch enough)
            throws IOException, InterruptedException {
        if (promised.received.isEmpty()) {
            String name = "u" + promised.number;
            id(served.send("POST", "/api/uploads?name=" + name + "&size=" + WHOLE, ""))
                    .ifPresent(
                            upload -> {
                                promised.names.put(upload, name);
                                promised.received.put(upload, 0);
                            });
            return;
        }
        String upload = promised.received.keySet().iterator().next();
        String path = "/api/uploads/" + upload;
        HttpResponse<String> state = served.send("GET", path, "");
        if (state.statusCode() == 404) {
            becameCase(served, promised, upload);
            return;
        }
        int at = JsonMapper.shared().readTree(state.body()).path("received").asInt();
        assertThat(at).isGreaterThanOrEqualTo(promised.received.getOrDefault(upload, 0));
        if (at < WHOLE) {
            int end = Math.min(WHOLE, at + PIECE.length());
            String range = "bytes " + at + "-" + (end - 1) + "/" + WHOLE;
            String piece = PIECE.substring(0, end - at);
            assertThat(served.send("PUT", path, piece, "Content-Range", range).statusCode())
                    .isEqualTo(200);
            promised.received.put(upload, end);
            enough.countDown();
            return;
        }
        String name = promised.names.get(upload);
        id(served.send("POST", "/api/cases?name=" + name + "&uploads=" + upload, ""))
                .ifPresent(
                        id -> {
                            promised.cases.add(id);
                            promised.received.remove(upload);
                            enough.countDown();
                        });
    }

    /** The upload is a case whose answer a kill swallowed; there is one of it, and one only. */
    private void becameCase(Served served, Promised promised, String upload)
            throws IOException, InterruptedException {
        String name = promised.names.get(upload);
        JsonNode found = json(served, "/api/cases?q=name:" + name).path("cases");
        assertThat(found.size()).as(name).isEqualTo(1);
        promised.cases.add(found.path(0).path("id").asString());
        promised.received.remove(upload);
        promised.swallowed++;
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

    private void checkUploads(Served served, Promised promised)
            throws IOException, InterruptedException {
        for (String upload : List.copyOf(promised.received.keySet())) {
            HttpResponse<String> state = served.send("GET", "/api/uploads/" + upload, "");
            if (state.statusCode() == 404) {
                becameCase(served, promised, upload);
            } else {
                assertThat(JsonMapper.shared().readTree(state.body()).path("received").asInt())
                        .isGreaterThanOrEqualTo(promised.received.getOrDefault(upload, 0));
            }
        }
    }
}
