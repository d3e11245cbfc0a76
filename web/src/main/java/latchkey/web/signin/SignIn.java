package latchkey.web.signin;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;

import latchkey.web.store.AccessStore;
import latchkey.web.store.Identity;
import latchkey.web.store.Ids;
import latchkey.web.store.Person;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * OpenID Connect's authorization code flow with PKCE. What was begun is remembered here under its
 * state, is bound to the browser that began it, and can be finished once.
 */
public final class SignIn {
    /** How long a person may take at the provider. */
    public static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int MOST = 10_000;
    private static final int LONGEST_NAME = 100;
    private static final String NOT_BEGUN_HERE =
            "This sign-in was not begun in this browser, or too long ago; sign in again.";

    private final ProviderSettings settings;
    private final AccessStore people;
    private final InstantSource clock;
    private final Provider provider;
    private final Map<String, Begun> begun = new LinkedHashMap<>();

    public SignIn(ProviderSettings settings, AccessStore people, InstantSource clock) {
        this.settings = settings;
        this.people = people;
        this.clock = clock;
        this.provider = new Provider(settings, clock);
    }

    private record Begun(
            String browser, Nonce nonce, CodeVerifier verifier, String to, Instant at) {}

    /**
     * The first step.
     *
     * @param browser a secret for a cookie of the browser that begins
     * @param provider where to send it
     */
    public record Start(String browser, URI provider) {}

    /** The last step: who it is, and where they wanted to go. */
    public record End(Person who, String to) {}

    /** What came back from the provider by way of the browser. */
    public record Answer(
            @Nullable String state,
            @Nullable String code,
            @Nullable String issuer,
            @Nullable String error) {}

    public Start start(@Nullable String to) {
        URI endpoint = provider.authorizationEndpoint();
        State state = new State(Ids.secret());
        Nonce nonce = new Nonce(Ids.secret());
        CodeVerifier verifier = new CodeVerifier();
        String browser = Ids.secret();
        remember(
                state.getValue(),
                new Begun(browser, nonce, verifier, LocalPath.of(to), clock.instant()));
        URI request =
                new AuthenticationRequest.Builder(
                                ResponseType.CODE,
                                new Scope("openid", "profile", "email"),
                                new ClientID(settings.client().id()),
                                settings.callback())
                        .endpointURI(endpoint)
                        .state(state)
                        .nonce(nonce)
                        .codeChallenge(verifier, CodeChallengeMethod.S256)
                        .build()
                        .toURI();
        return new Start(browser, request);
    }

    private synchronized void remember(String state, Begun one) {
        Instant stale = clock.instant().minus(PATIENCE);
        begun.values().removeIf(other -> other.at().isBefore(stale));
        if (begun.size() >= MOST) {
            begun.remove(begun.keySet().iterator().next());
        }
        begun.put(state, one);
    }

    /**
     * @param browser the secret in the cookie of the browser that comes back
     */
    public End finish(@Nullable String browser, Answer answer) {
        Begun one = take(answer.state(), browser);
        boolean isOurIssuer =
                answer.issuer() == null || answer.issuer().equals(settings.issuer().toString());
        if (answer.error() != null || answer.code() == null || !isOurIssuer) {
            throw new SignInRefusedException(
                    "The identity provider did not sign you in; sign in again.");
        }
        IDTokenClaimsSet claims =
                provider.redeem(new AuthorizationCode(answer.code()), one.verifier(), one.nonce());
        return new End(person(claims), one.to());
    }

    /** Taken out whatever comes of it: a second try with the same state is a replay. */
    private synchronized Begun take(@Nullable String state, @Nullable String browser) {
        Begun one = state == null ? null : begun.remove(state);
        if (one == null
                || browser == null
                || !isSame(one.browser(), browser)
                || clock.instant().isAfter(one.at().plus(PATIENCE))) {
            throw new SignInRefusedException(NOT_BEGUN_HERE);
        }
        return one;
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(
                one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private Person person(IDTokenClaimsSet claims) {
        String subject = claims.getSubject().getValue();
        boolean isVouchedFor = Objects.equals(claims.getClaim("email_verified"), true);
        String mail = isVouchedFor ? word(claims, "email").orElse("") : "";
        if (!settings.letsIn(mail)) {
            throw new SignInRefusedException(
                    "You are signed in with your organisation, but not let in here; ask whoever"
                            + " runs this server.");
        }
        String name =
                Stream.of("name", "preferred_username", "email")
                        .flatMap(claim -> word(claims, claim).stream())
                        .findFirst()
                        .orElse(subject);
        Person known =
                people.welcome(new Identity(settings.issuer().toString(), subject, name, mail));
        return known.asAdmin(settings.isAdmin(subject, mail));
    }

    private static Optional<String> word(IDTokenClaimsSet claims, String name) {
        return Optional.ofNullable(claims.getStringClaim(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.substring(0, Math.min(text.length(), LONGEST_NAME)));
    }
}
