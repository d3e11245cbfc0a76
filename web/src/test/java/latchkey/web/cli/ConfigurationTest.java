package latchkey.web.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import latchkey.web.signin.ProviderSettings;
import latchkey.web.store.PostgresAccount;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** What {@code --config} may say, and every mistake in it at once. */
final class ConfigurationTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("DB_PASSWORD", "pw-canary", "OIDC_SECRET", "secret-canary");
    private static final String WHOLE =
            """
            public-url: https://Latchkey.contoso.example:443/
            listen: {address: 0.0.0.0, port: 9090}
            data: /srv/latchkey
            keep-days: 90
            database:
              url: jdbc:postgresql://db.contoso.example/latchkey
              user: latchkey
              password-env: DB_PASSWORD
            sign-in:
              issuer: https://login.contoso.example/tenant
              client-id: latchkey
              client-secret-env: OIDC_SECRET
              let-in: ["@contoso.example"]
              admins: [ann@contoso.example, subject-1]
            """;

    @TempDir Path folder;

    private Configuration read(String text) throws IOException, ConfigurationRefusedException {
        Path file = Files.writeString(folder.resolve("latchkey.yaml"), text);
        return new ConfigurationReader(ENVIRONMENT).read(file);
    }

    private List<String> mistakes(String text) throws IOException {
        try {
            read(text);
            return List.of();
        } catch (ConfigurationRefusedException e) {
            return e.mistakes();
        }
    }

    @Test
    void saysEverythingATeamNeeds() throws IOException, ConfigurationRefusedException {
        // When
        Configuration all = read(WHOLE);
        // Then
        assertThat(all.listen()).isEqualTo(new Configuration.Listen("0.0.0.0", 9090));
        assertThat(all.keepDays()).isEqualTo(90);
        assertThat(all.data()).isEqualTo(Path.of("/srv/latchkey"));
        assertThat(all.database())
                .isEqualTo(
                        new PostgresAccount(
                                "jdbc:postgresql://db.contoso.example/latchkey",
                                "latchkey",
                                "pw-canary"));
        ProviderSettings team = all.team();
        assertThat(team).isNotNull();
        assertThat(team.issuer()).isEqualTo(URI.create("https://login.contoso.example/tenant"));
        assertThat(team.publicUrl()).hasToString("https://latchkey.contoso.example");
        assertThat(team.client().secret()).isEqualTo("secret-canary");
        assertThat(all.toString()).doesNotContain("canary");
    }

    @Test
    void nothingIsEnough() throws IOException, ConfigurationRefusedException {
        assertThat(read("")).isEqualTo(Configuration.NONE);
        assertThat(read("# nothing yet\n")).isEqualTo(Configuration.NONE);
    }

    @Test
    void tellsAllMistakesAtOnce() throws IOException {
        List<String> mistakes =
                mistakes(
                        """
                        public-ulr: https://x.example
                        listen: {address: example.com, port: 70000}
                        keep-days: -1
                        data: [a, b]
                        database:
                          url: jdbc:mysql://db/latchkey?password=x
                          password-env: NOT_SET
                        sign-in:
                          issuer: http://login.contoso.example
                          client-id:
                          let-in: contoso.example
                          admins: [""]
                        """);
        assertThat(mistakes)
                .anyMatch(one -> one.startsWith("'public-ulr' is not known here"))
                .anyMatch(one -> one.startsWith("'listen.address' has to be an IP address"))
                .anyMatch(one -> one.startsWith("'listen.port' has to be a number"))
                .anyMatch(one -> one.startsWith("'keep-days' has to be a number"))
                .anyMatch(one -> one.startsWith("'data' has to be a text"))
                .anyMatch(one -> one.startsWith("'database.url' has to begin with"))
                .anyMatch(one -> one.startsWith("'database.url' must not hold a password"))
                .anyMatch(one -> one.startsWith("'database.user' is missing"))
                .anyMatch(one -> one.contains("the variable NOT_SET, which is not set"))
                .anyMatch(one -> one.startsWith("'sign-in.issuer' has to begin with https://"))
                .anyMatch(one -> one.startsWith("'sign-in.client-id' has to be a text"))
                .anyMatch(one -> one.startsWith("'sign-in.let-in' has to be a list"))
                .anyMatch(one -> one.startsWith("'sign-in.admins' has to be a list"))
                .anyMatch(one -> one.startsWith("'public-url' is missing"))
                .allMatch(one -> one.endsWith(".") || one.endsWith("]."))
                .hasSize(14);
    }

    @Test
    void othersReachOnlyAServerWherePeopleSignIn() throws IOException {
        for (String address : List.of("0.0.0.0", "192.0.2.1", "'::'", "10.0.0.5")) {
            assertThat(mistakes("listen: {address: " + address + "}"))
                    .as(address)
                    .singleElement()
                    .asString()
                    .contains("people have to sign in");
        }
        for (String address : List.of("127.0.0.1", "127.0.0.2", "localhost", "'::1'")) {
            assertThat(mistakes("listen: {address: " + address + "}")).as(address).isEmpty();
        }
    }

    @Test
    void publicAddressIsAnAddressAndNoMore() throws IOException {
        for (String url :
                List.of(
                        "http://latchkey.contoso.example",
                        "https://latchkey.contoso.example/path",
                        "https://user:pw@latchkey.contoso.example",
                        "https://latchkey.contoso.example/?a=b",
                        "javascript:alert(1)",
                        "latchkey",
                        "'https://a b'",
                        "https://")) {
            assertThat(mistakes(WHOLE.replaceFirst("public-url: .*", "public-url: " + url)))
                    .as(url)
                    .singleElement()
                    .asString()
                    .startsWith("'public-url'");
        }
        assertThat(
                        mistakes(
                                WHOLE.replaceFirst(
                                        "public-url: .*", "public-url: http://localhost:8080")))
                .isEmpty();
    }

    @Test
    void whatIsNoYamlIsASentenceWithItsLine() throws IOException {
        assertThat(mistakes("a: b\nlisten: {address: "))
                .singleElement()
                .asString()
                .contains("latchkey.yaml:2")
                .contains("is not YAML");
        assertThat(mistakes("keep-days: 1\nkeep-days: 2"))
                .singleElement()
                .asString()
                .contains(":2");
        assertThat(mistakes("- a")).singleElement().asString().contains("list of names");
        assertThatThrownBy(
                        () ->
                                new ConfigurationReader(ENVIRONMENT)
                                        .read(folder.resolve("nowhere.yaml")))
                .isInstanceOf(ConfigurationRefusedException.class)
                .hasMessageContaining("cannot be read");
    }

    @Test
    void commandRefusesAWrongConfigurationBeforeItTouchesAnything() throws IOException {
        // Given
        Path file =
                Files.writeString(
                        folder.resolve("wrong.yaml"), "keep-days: x\nlisten: {address: 0.0.0.0}\n");
        StringWriter err = new StringWriter();
        CommandLine command = new CommandLine(new ServeCommand()).setErr(new PrintWriter(err));
        // When
        int code =
                command.execute(
                        "--config", file.toString(), "--data", folder.resolve("data").toString());
        // Then
        assertThat(code).isEqualTo(2);
        assertThat(err.toString().lines())
                .hasSize(2)
                .allMatch(line -> line.startsWith("latchkey: '"));
        assertThat(folder.resolve("data")).doesNotExist();
    }
}
