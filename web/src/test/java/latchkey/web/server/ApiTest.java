package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** The JSON door, as a script would use it. */
final class ApiTest {
    @TempDir static Path folder;
    private static Running running;
    private static String id;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        running = new Running(folder);
        id = running.analysed("name=vm1.zip", sample());
    }

    @AfterAll
    static void stop() throws IOException {
        running.close();
    }

    static byte[] sample() throws IOException {
        Path root = Path.of("../samples/locked-out-vm");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes);
                Stream<Path> walk = Files.walk(root)) {
            for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
                zip.putNextEntry(new ZipEntry(root.relativize(file).toString().replace('\\', '/')));
                Files.copy(file, zip);
            }
        }
        return bytes.toByteArray();
    }

    @Test
    void bundleInReportOut() throws IOException, InterruptedException {
        JsonNode row = running.json("/api/cases/" + id);
        assertThat(row.path("state").asString()).isEqualTo("done");
        assertThat(row.path("name").asString()).isEqualTo("vm1.zip");
        JsonNode report = running.json("/api/cases/" + id + "/report");
        assertThat(report.path("schemaVersion").asString()).isEqualTo("1.0");
        assertThat(report.path("inputs").path(0).path("name").asString()).isEqualTo("vm1.zip");
        assertThat(report.path("causes").path(0).path("cause").asString())
                .isEqualTo("password-policy");
    }

    @Test
    void everyQuotedLineIsFoundAgainInItsFile() throws IOException, InterruptedException {
        JsonNode report = running.json("/api/cases/" + id + "/report");
        JsonNode files = running.json("/api/cases/" + id + "/files").path("files");
        int checked = 0;
        for (JsonNode proof : report.path("causes").path(0).path("evidence")) {
            for (JsonNode file : files) {
                if (file.path("name").equals(proof.path("file"))) {
                    JsonNode line =
                            running.json(
                                            "/api/cases/"
                                                    + id
                                                    + "/files/"
                                                    + file.path("hash").asString()
                                                    + "/lines?count=1&from="
                                                    + proof.path("line").asInt())
                                    .path("lines")
                                    .path(0);
                    assertThat(line.path("n").asInt()).isEqualTo(proof.path("line").asInt());
                    String start = proof.path("text").asString().strip();
                    assertThat(
                                    line.path("text")
                                            .asString()
                                            .replace("\\u0009", " ")
                                            .replaceAll("\\s+", ""))
                            .contains(
                                    start.substring(0, Math.min(60, start.length()))
                                            .replaceAll("\\s+", ""));
                    checked++;
                }
            }
        }
        assertThat(checked).isPositive();
    }

    @Test
    void reportWithoutNamesHasNoNames() throws IOException, InterruptedException {
        assertThat(running.get("/api/cases/" + id + "/report").body()).contains("fabrikam-vm7");
        assertThat(running.get("/api/cases/" + id + "/report?redact=on").body())
                .doesNotContain("fabrikam-vm7");
    }

    @Test
    void linesAreFoundByTextExpressionAndLevel() throws IOException, InterruptedException {
        String base = "/api/cases/" + id + "/search?";
        assertThat(running.json(base + "q=PASSWORD+policy").path("hits").size()).isPositive();
        assertThat(running.json(base + "q=0x8007.8C5&regex=1").path("hits").size()).isPositive();
        assertThat(running.json(base + "q=no-such-words-anywhere").path("hits").size()).isZero();
        assertThat(running.json(base + "level=error").path("hits").size()).isPositive();
        assertThat(running.json(base + "q=(&regex=1").path("error").asString())
                .contains("cannot be read");
        assertThat(running.json(base + "since=2030-01-01T00:00").path("hits").size()).isZero();
    }

    @Test
    void casesAreFoundByTheirWords() throws IOException, InterruptedException {
        for (String query :
                List.of(
                        "password",
                        "cause:password-policy",
                        "machine:fabrikam*",
                        "rule:VMA-001",
                        "outcome:cause-found",
                        "evidence:0x800708C5",
                        "%22password+rules%22")) {
            assertThat(running.json("/api/cases?q=" + query).path("cases").toString())
                    .as(query)
                    .contains(id);
        }
        assertThat(running.json("/api/cases?q=machine:nowhere").path("cases").size()).isZero();
        JsonNode odd = running.json("/api/cases?q=%22(((%5B");
        assertThat(odd.path("hint").asString()).contains("plain words");
    }

    @Test
    void everyFormIsThere() throws IOException, InterruptedException {
        for (String form : List.of("text", "json", "md", "html", "sarif", "junit")) {
            var answer = running.get("/api/cases/" + id + "/export/" + form);
            assertThat(answer.statusCode()).as(form).isEqualTo(200);
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElse(""))
                    .startsWith("sandbox");
            assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                    .startsWith("attachment");
        }
    }

    @Test
    void largeFilesComeInPieces() throws IOException, InterruptedException {
        // Given
        byte[] whole = sample();
        int half = whole.length / 2;
        JsonNode upload =
                JsonMapper.shared()
                        .readTree(
                                running.send(
                                                "POST",
                                                "/api/uploads?name=vm2.zip&size=" + whole.length,
                                                new byte[0])
                                        .body());
        String path = "/api/uploads/" + upload.path("id").asString();
        // When
        int first = piece(path, whole, 0, half).statusCode();
        int twice = piece(path, whole, 0, half).statusCode();
        int gap = piece(path, whole, half + 1, whole.length).statusCode();
        int early =
                running.send(
                                "POST",
                                "/api/cases?name=vm2.zip&uploads=" + upload.path("id").asString(),
                                new byte[0])
                        .statusCode();
        long received = running.json(path).path("received").asLong();
        int second = piece(path, whole, half, whole.length).statusCode();
        String made =
                running.analysed(
                        "name=vm2.zip&uploads=" + upload.path("id").asString(), new byte[0]);
        // Then
        assertThat(List.of(first, twice, gap, early, second))
                .containsExactly(200, 409, 409, 409, 200);
        assertThat(received).isEqualTo(half);
        assertThat(running.json("/api/cases/" + made).path("cause").asString())
                .isEqualTo("password-policy");
        assertThat(running.get(path).statusCode()).isEqualTo(404);
    }

    private static java.net.http.HttpResponse<String> piece(
            String path, byte[] whole, int from, int to) throws IOException, InterruptedException {
        return running.send(
                "PUT",
                path,
                java.util.Arrays.copyOfRange(whole, from, to),
                "Content-Range",
                "bytes " + from + "-" + (to - 1) + "/" + whole.length);
    }

    @Test
    void severalFilesOfAFormAreOneCase() throws IOException, InterruptedException {
        // Given
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        part(body, "a.txt", "The password does not meet the password policy requirements");
        part(body, "b.txt", "nothing");
        body.write(Running.utf8("--edge--\r\n"));
        // When
        var answer =
                running.send(
                        "POST",
                        "/api/cases?name=two",
                        body.toByteArray(),
                        "Content-Type",
                        "multipart/form-data; boundary=edge");
        // Then
        assertThat(answer.statusCode()).isEqualTo(201);
        String made = JsonMapper.shared().readTree(answer.body()).path("id").asString();
        running.untilOver(made);
        assertThat(running.json("/api/cases/" + made + "/report").path("inputs").size())
                .isEqualTo(2);
    }

    private static void part(OutputStream body, String name, String text) throws IOException {
        body.write(
                Running.utf8(
                        "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\""
                                + name
                                + "\"\r\nContent-Type: text/plain\r\n\r\n"
                                + text
                                + "\r\n"));
    }

    @Test
    void peopleWorkOnACase() throws IOException, InterruptedException {
        String base = "/api/cases/" + id;
        String[] json = {"Content-Type", "application/json"};
        assertThat(
                        running.send(
                                        "POST",
                                        base + "/notes",
                                        Running.utf8("{\"text\":\"customer rang zebra\"}"),
                                        json)
                                .statusCode())
                .isEqualTo(201);
        assertThat(
                        running.send(
                                        "PUT",
                                        base + "/tags",
                                        Running.utf8("{\"tags\":[\"contoso\"]}"),
                                        json)
                                .statusCode())
                .isEqualTo(204);
        assertThat(
                        running.send(
                                        "PUT",
                                        base + "/status",
                                        Running.utf8("{\"status\":\"waiting\"}"),
                                        json)
                                .statusCode())
                .isEqualTo(204);
        assertThat(
                        running.send(
                                        "PUT",
                                        base + "/status",
                                        Running.utf8("{\"status\":\"gone\"}"),
                                        json)
                                .statusCode())
                .isEqualTo(400);
        assertThat(
                        running.send(
                                        "POST",
                                        base + "/notes",
                                        Running.utf8("{\"text\":\"x\"}"),
                                        "Content-Type",
                                        "text/plain")
                                .statusCode())
                .isEqualTo(400);
        assertThat(running.json("/api/cases?q=note:zebra").path("cases").size()).isEqualTo(1);
        assertThat(running.json("/api/cases?q=tag:contoso+status:waiting").path("cases").size())
                .isEqualTo(1);
        assertThat(running.get(base + "/activity").body())
                .contains("wrote a note")
                .doesNotContain("zebra");
    }

    @Test
    void deletedIsGone() throws IOException, InterruptedException {
        // Given
        String secretWord = "xylophone-canary-4711";
        String made =
                running.analysed(
                        "name=gone&keep=originals",
                        Running.utf8("2026-01-01T00:00:00Z [Error]: " + secretWord));
        assertThat(
                        running.json("/api/cases/" + made + "/search?q=" + secretWord)
                                .path("hits")
                                .size())
                .isEqualTo(1);
        // When
        int status = running.send("DELETE", "/api/cases/" + made, new byte[0]).statusCode();
        // Then
        assertThat(status).isEqualTo(204);
        assertThat(running.get("/api/cases/" + made).statusCode()).isEqualTo(404);
        assertThat(holding(secretWord)).isEmpty();
    }

    static List<Path> holding(String word) throws IOException {
        List<Path> holding = new ArrayList<>();
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path file : walk.filter(Files::isRegularFile).toList()) {
                if (text(file).contains(word)) {
                    holding.add(file);
                }
            }
        }
        return holding;
    }

    /** The index merges its files while we look. */
    private static String text(Path file) throws IOException {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (java.nio.file.NoSuchFileException gone) {
            return "";
        }
    }

    @Test
    void secretsAreMaskedBeforeAnythingIsKept() throws IOException, InterruptedException {
        // Given
        String secret = "Tr0ub4dor-canary-9182";
        String text =
                "2026-01-01T00:00:00Z [Error]: net user admin "
                        + secret
                        + " /add\n{\"password\": \""
                        + secret
                        + "\"}\n";
        // When
        String made = running.analysed("name=secret.txt", Running.utf8(text));
        // Then
        assertThat(running.json("/api/cases/" + made).path("state").asString()).isEqualTo("done");
        assertThat(running.get("/api/cases/" + made + "/report").body()).doesNotContain(secret);
        assertThat(holding(secret)).isEmpty();
    }

    @Test
    void descriptionNamesEveryRoute() throws IOException, InterruptedException {
        // Given
        JsonNode paths = running.json("/api/openapi.json").path("paths");
        TreeSet<String> described = new TreeSet<>();
        paths.properties()
                .forEach(
                        path ->
                                path.getValue()
                                        .propertyNames()
                                        .forEach(
                                                method ->
                                                        described.add(
                                                                method + " " + path.getKey())));
        // When
        TreeSet<String> present = new TreeSet<>();
        running.server().javalin().unsafe.internalRouter.allHttpHandlers().stream()
                .map(parsed -> parsed.endpoint)
                .filter(
                        endpoint ->
                                endpoint.path.startsWith("/api/") && endpoint.method.isHttpMethod())
                .forEach(
                        endpoint ->
                                present.add(
                                        endpoint.method.name().toLowerCase(java.util.Locale.ROOT)
                                                + " "
                                                + endpoint.path));
        // Then
        assertThat(described).isEqualTo(present);
    }
}
