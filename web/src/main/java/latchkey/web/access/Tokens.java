package latchkey.web.access;

import latchkey.web.store.AccessStore;
import latchkey.web.store.Ids;
import latchkey.web.store.Person;
import latchkey.web.store.Token;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Secrets by which scripts come in as the person who made them; a database thief cannot. */
public final class Tokens {
    /** Whoever the provider locks out keeps a token no longer than this. */
    public static final Duration LIFETIME = Duration.ofDays(90);

    private static final int MOST = 20;

    private final AccessStore store;
    private final InstantSource clock;

    public Tokens(AccessStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /** A token that was just made, and the only sight of its secret. */
    public record Made(Token token, String secret) {}

    /** Nothing when the person has too many. */
    public Optional<Made> make(Person of, String name) {
        if (list(of).size() >= MOST) {
            return Optional.empty();
        }
        String secret = Ids.secret();
        Token token = new Token(Ids.fresh(), name, clock.instant().plus(LIFETIME));
        store.addToken(of, token, hash(secret));
        return Optional.of(new Made(token, secret));
    }

    public List<Token> list(Person of) {
        return store.tokens(of, clock.instant());
    }

    public boolean remove(Person of, String id) {
        return store.removeToken(of, id);
    }

    /** Never as an administrator: a script that leaks must not open every case. */
    public Optional<Person> person(String secret) {
        return store.byToken(hash(secret), clock.instant());
    }

    private static String hash(String secret) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(secret.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
