package latchkey.web.server;

import latchkey.web.job.Child;
import latchkey.web.signin.ProviderSettings;
import latchkey.web.store.DataFolder;
import latchkey.web.store.Identity;
import latchkey.web.store.Limits;
import latchkey.web.store.Person;
import latchkey.web.store.PostgresAccount;
import latchkey.web.store.Vault;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A server for a team, behind a published address, with its identity provider and its people. */
final class TeamServer implements AutoCloseable {
    static final String HOST = "latchkey.example";
    static final URI PUBLIC = URI.create("https://" + HOST);

    private final TestClock clock = new TestClock();
    private final TestProvider provider = new TestProvider(InstantSource.system());
    private final Vault vault;
    private final Access.Team access;
    private final WebServer server;

    TeamServer(Path folder) throws IOException {
        this(folder, List.of(), null);
    }

    TeamServer(Path folder, List<String> letIn, @Nullable PostgresAccount database)
            throws IOException {
        this(folder, letIn, database, 0, Running.CHILD);
    }

    /**
     * @param port published as it is, for a real browser; 0 behind the address of the team
     */
    TeamServer(
            Path folder,
            List<String> letIn,
            @Nullable PostgresAccount database,
            int port,
            Child child)
            throws IOException {
        URI published = port == 0 ? PUBLIC : URI.create("http://localhost:" + port);
        DataFolder data = DataFolder.open(folder);
        vault =
                database == null
                        ? Vault.open(data, Limits.STANDARD, clock)
                        : Vault.open(data, database, Limits.STANDARD, clock);
        ProviderSettings settings =
                new ProviderSettings(
                        provider.issuer(),
                        new ProviderSettings.Client(TestProvider.CLIENT, TestProvider.SECRET),
                        published,
                        letIn,
                        List.of("root@contoso.example"));
        access = Access.Team.of(settings, vault.access(), clock);
        server = new WebServer(vault, child, access, 0);
        server.start("127.0.0.1", port);
    }

    /** Goes on when a test says so. */
    static final class TestClock implements InstantSource {
        private volatile Instant now = InstantSource.system().instant();

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    TestClock clock() {
        return clock;
    }

    TestProvider provider() {
        return provider;
    }

    Vault vault() {
        return vault;
    }

    WebServer server() {
        return server;
    }

    /** Somebody the provider signed in once. */
    Person person(String name) {
        return vault.access().welcome(new Identity(provider.issuer().toString(), name, name, ""));
    }

    /** A browser in which that person is in. */
    TestBrowser browserOf(Person who) {
        TestBrowser browser = new TestBrowser(server.port(), HOST, PUBLIC.toString());
        browser.keep("__Host-latchkey", access.sessions().begin(who));
        return browser;
    }

    TestBrowser browser() {
        return new TestBrowser(server.port(), HOST, PUBLIC.toString());
    }

    @Override
    public void close() throws IOException {
        server.close();
        provider.close();
    }
}
