package latchkey.web.server;

import latchkey.web.access.Tokens;
import latchkey.web.signin.ProviderSettings;
import latchkey.web.signin.Sessions;
import latchkey.web.signin.SignIn;
import latchkey.web.store.AccessStore;
import latchkey.web.store.Person;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/** Who is let in, and by which name this server goes. */
public sealed interface Access {
    Sessions sessions();

    /** The hosts by which a server on that port may be called. */
    Set<String> hosts(int port);

    /** What a browser that shows a page of that host says where it comes from. */
    String origin(String host);

    /** The person whose bearer token that is. */
    Optional<Person> bearer(String given);

    /** Whether the cookie must not travel without TLS. */
    boolean isSecure();

    /** One person on this machine: whoever has the token that this start printed. */
    record Token(String token, Sessions sessions) implements Access {
        private static final Sessions.Lifetime LIFETIME =
                new Sessions.Lifetime(Duration.ofDays(1), Duration.ofDays(30));

        public static Token of(String token, InstantSource clock) {
            return new Token(token, new Sessions(clock, LIFETIME));
        }

        @Override
        public Set<String> hosts(int port) {
            return Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
        }

        @Override
        public String origin(String host) {
            return "http://" + host;
        }

        @Override
        public Optional<Person> bearer(String given) {
            boolean isToken =
                    MessageDigest.isEqual(
                            given.getBytes(StandardCharsets.UTF_8),
                            token.getBytes(StandardCharsets.UTF_8));
            return isToken ? Optional.of(Person.LOCAL) : Optional.empty();
        }

        @Override
        public boolean isSecure() {
            return false;
        }
    }

    /** A team: whoever its identity provider signs in, at the one address it is published under. */
    record Team(SignIn signIn, URI publicUrl, Sessions sessions, Tokens tokens) implements Access {
        /** A working day, and a long lunch. */
        public static final Sessions.Lifetime LIFETIME =
                new Sessions.Lifetime(Duration.ofHours(2), Duration.ofHours(12));

        public static Team of(ProviderSettings settings, AccessStore people, InstantSource clock) {
            return new Team(
                    new SignIn(settings, people, clock),
                    settings.publicUrl(),
                    new Sessions(clock, LIFETIME),
                    new Tokens(people, clock));
        }

        @Override
        public Set<String> hosts(int port) {
            return Set.of(publicUrl.getAuthority());
        }

        @Override
        public String origin(String host) {
            return publicUrl.getScheme() + "://" + publicUrl.getAuthority();
        }

        @Override
        public Optional<Person> bearer(String given) {
            return tokens.person(given);
        }

        @Override
        public boolean isSecure() {
            return publicUrl.getScheme().equals("https");
        }
    }
}
