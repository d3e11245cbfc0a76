package latchkey.web.server;

import latchkey.web.cli.ChildCommand;
import latchkey.web.job.Child;
import latchkey.web.store.DataFolder;
import latchkey.web.store.Limits;
import latchkey.web.store.Vault;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** A real server on a free port, and a client that has its token. */
public final class Running implements AutoCloseable {
    public static final String TOKEN = "tokentokentokentokentokentokento";

    /** Analyses as they really are. */
    static final Child CHILD = new Child(ChildCommand.ofThisProcess(), Duration.ofMinutes(2), 1);

    private final WebServer server;
    private final HttpClient client = HttpClient.newHttpClient();

    public Running(Path folder) throws IOException {
        this(folder, Limits.STANDARD, CHILD);
    }

    public Running(Path folder, Limits limits, Child child) throws IOException {
        Vault vault = Vault.open(DataFolder.open(folder), limits, InstantSource.system());
        server = new WebServer(vault, child, Access.Token.of(TOKEN, InstantSource.system()), 0);
        server.start("127.0.0.1", 0);
    }

    public WebServer server() {
        return server;
    }

    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    public HttpResponse<String> send(String method, String path, byte[] body, String... headers)
            throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("Authorization", "Bearer " + TOKEN));
        all.addAll(List.of(headers));
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(address() + path))
                        .headers(all.toArray(String[]::new))
                        .method(
                                method,
                                body.length == 0
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body))
                        .build();
        return client.send(request, BodyHandlers.ofString());
    }

    public HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send("GET", path, new byte[0]);
    }

    public JsonNode json(String path) throws IOException, InterruptedException {
        return JsonMapper.shared().readTree(get(path).body());
    }

    /** Hands in; the id of the case. */
    public String handIn(String query, byte[] body) throws IOException, InterruptedException {
        HttpResponse<String> created = send("POST", "/api/cases?" + query, body);
        if (created.statusCode() != 201) {
            throw new IOException("not taken in: " + created.body());
        }
        return JsonMapper.shared().readTree(created.body()).path("id").asString();
    }

    /** Hands in and waits for the end of the analysis, which the server tells. */
    public String analysed(String query, byte[] body) throws IOException, InterruptedException {
        String id = handIn(query, body);
        untilOver(id);
        return id;
    }

    /** Reads the events until the server ends them. */
    public String untilOver(String id) throws IOException, InterruptedException {
        HttpResponse<String> events =
                send(
                        "GET",
                        "/api/cases/" + id + "/events",
                        new byte[0],
                        "Accept",
                        "text/event-stream");
        return events.body();
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.close();
    }
}
