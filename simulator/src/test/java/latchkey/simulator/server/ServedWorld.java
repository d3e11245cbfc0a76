package latchkey.simulator.server;

import tools.jackson.databind.JsonNode;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Optional;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A served world and a client that trusts its authority, as a user's client does. */
final class ServedWorld implements AutoCloseable {
    final SimulatorServer server;
    final Path directory;
    final HttpClient.Builder trusting;
    private final HttpClient client;

    ServedWorld(Path directory) throws IOException, UnknownScenario, GeneralSecurityException {
        this.directory = directory;
        this.server =
                SimulatorServer.start(
                        new ServeOptions(0, 0, directory, false, 1, Optional.empty()));
        this.trusting =
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .sslContext(trust(directory.resolve("ca.pem")));
        this.client = trusting.build();
    }

    private static SSLContext trust(Path authority) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream in = Files.newInputStream(authority)) {
            store.setCertificateEntry(
                    "world", CertificateFactory.getInstance("X.509").generateCertificate(in));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    JsonNode endpoints() throws IOException {
        return Said.JSON.readTree(Files.readString(directory.resolve("endpoints.json")));
    }

    String at(String path) {
        return "https://localhost:" + server.port() + path;
    }

    HttpResponse<String> send(String method, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(at(path)))
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> sendAs(String token, String method, String path, String body)
            throws IOException, InterruptedException {
        var request =
                HttpRequest.newBuilder(URI.create(at(path)))
                        .header("Authorization", "Bearer " + token)
                        .method(method, HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    String token() throws IOException, InterruptedException {
        var user = endpoints().path("user");
        var answer =
                send(
                        "POST",
                        "/" + endpoints().path("tenantId").stringValue() + "/oauth2/v2.0/token",
                        "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=x/.default"
                                .formatted(
                                        user.path("clientId").stringValue(),
                                        user.path("clientSecret").stringValue()));
        return Said.JSON.readTree(answer.body()).path("access_token").stringValue();
    }

    @Override
    public void close() {
        server.close();
    }
}
