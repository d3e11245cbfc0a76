package latchkey.simulator.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The server by itself: sign-in, strictness, the world's own routes, and rude clients. */
final class ServerTest {
    private static final String LIST =
            "/subscriptions/11111111-2222-4333-8444-555555555555/providers/Microsoft.Compute/virtualMachines?api-version=2024-11-01";

    @TempDir static Path directory;
    private static ServedWorld world;

    @BeforeAll
    static void begins() throws Exception {
        world = new ServedWorld(directory);
    }

    @AfterAll
    static void ends() {
        world.close();
    }

    @Test
    void bothStylesOfSignInGiveTokensThatWork() throws Exception {
        // Given
        var user = world.endpoints().path("user");
        // When
        var adfs =
                world.send(
                        "POST",
                        "/adfs/oauth2/token/",
                        "grant_type=client_credentials&client_id=%s&client_secret=%s&resource=x"
                                .formatted(
                                        user.path("clientId").stringValue(),
                                        user.path("clientSecret").stringValue()));
        var token = Said.JSON.readTree(adfs.body()).path("access_token").stringValue();
        // Then
        assertThat(world.sendAs(token, "GET", LIST, "").statusCode()).isEqualTo(200);
        assertThat(world.sendAs(world.token(), "GET", LIST, "").statusCode()).isEqualTo(200);
        assertThat(world.send("GET", LIST, "").statusCode()).isEqualTo(401);
    }

    @Test
    void everyVersionOfTheMetadataIsThere() throws Exception {
        for (String version : new String[] {"1.0", "2015-01-01"}) {
            var answer = world.send("GET", "/metadata/endpoints?api-version=" + version, "");
            assertThat(
                            Said.JSON
                                    .readTree(answer.body())
                                    .at("/authentication/loginEndpoint")
                                    .asString())
                    .startsWith("https://localhost:");
        }
        for (String version : new String[] {"2019-10-01", "2022-09-01", "2023-01-01"}) {
            var answer = world.send("GET", "/metadata/endpoints?api-version=" + version, "");
            assertThat(Said.JSON.readTree(answer.body()).at("/0/resourceManager").asString())
                    .startsWith("https://localhost:");
        }
    }

    @Test
    void theWorldIsMovedChangedAndTold() throws Exception {
        // When
        var moved = world.send("POST", "/_sim/advance", "{\"by\":\"PT90M\"}");
        var begun = world.send("POST", "/_sim/faults", "{\"id\":\"agent-stopped\"}");
        var unknown = world.send("POST", "/_sim/faults", "{\"id\":\"nothing\"}");
        var ended = world.send("DELETE", "/_sim/faults/agent-stopped", "");
        var bundle = world.send("GET", "/_sim/bundle?vm=vm1", "");
        // Then
        assertThat(moved.statusCode()).isEqualTo(200);
        assertThat(Said.JSON.readTree(begun.body()).at("/faults/0").asString())
                .isEqualTo("agent-stopped");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(ended.statusCode()).isEqualTo(200);
        assertThat(bundle.body()).startsWith("PK");
        assertThat(world.send("GET", "/_sim/ready", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aBodyOfTenMegabytesIsRefusedInAzuresWords() throws Exception {
        var answer = world.sendAs(world.token(), "PUT", LIST, "x".repeat(10 * 1024 * 1024));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("RequestContentTooLarge");
    }

    @Test
    void clientsThatVanishDoNoHarm() throws Exception {
        // When
        for (int i = 0; i < 20; i++) {
            try (Socket socket = new Socket("127.0.0.1", world.server.port())) {
                OutputStream out = socket.getOutputStream();
                out.write("GET /nonsense HTTP/1.1\r\nHost".getBytes(StandardCharsets.US_ASCII));
            }
        }
        // Then
        assertThat(world.send("GET", "/_sim/health", "").statusCode()).isEqualTo(200);
    }

    @Test
    void aThousandRequestsInARowAreAnswered() throws Exception {
        // Given
        var token = world.token();
        // When
        int last = 0;
        for (int i = 0; i < 1000; i++) {
            last = world.sendAs(token, "GET", LIST, "").statusCode();
        }
        // Then
        assertThat(last).isEqualTo(200);
    }

    @Test
    void aScenariosWorldCanBeAskedFor() throws Exception {
        // When
        var reset =
                world.send("POST", "/_sim/reset", "{\"seed\":5,\"scenario\":\"password-policy\"}");
        var unknown = world.send("POST", "/_sim/reset", "{\"scenario\":\"nothing\"}");
        var back = world.send("POST", "/_sim/reset", "{\"scenario\":\"\"}");
        // Then
        assertThat(Said.JSON.readTree(reset.body()).path("scenario").asString())
                .isEqualTo("password-policy");
        assertThat(unknown.statusCode()).isEqualTo(404);
        assertThat(back.statusCode()).isEqualTo(200);
    }
}
