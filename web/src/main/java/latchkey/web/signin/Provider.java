package latchkey.web.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.AuthorizedParty;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The only one this server ever asks anything: the identity provider its configuration names. Where
 * to send people, what a code is worth, and whether the answer is really signed by the provider.
 */
final class Provider {
    private static final Set<JWSAlgorithm> SIGNED_WITH =
            Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);
    private static final int PATIENCE_MILLIS = 10_000;
    private static final int LARGEST = 1 << 20;
    private static final Duration KNOWN_FOR = Duration.ofHours(1);
    private static final String UNREACHABLE =
            "The identity provider cannot be reached or does not answer as it should; try again in"
                    + " a minute.";
    private static final String NOT_PROVEN =
            "The identity provider's answer does not prove who you are; sign in again.";

    private final ProviderSettings settings;
    private final InstantSource clock;
    private @Nullable Known known;

    Provider(ProviderSettings settings, InstantSource clock) {
        this.settings = settings;
        this.clock = clock;
    }

    private record Known(
            OIDCProviderMetadata metadata, JWKSource<SecurityContext> keys, Instant until) {}

    /** What the provider says of itself, asked again after a while. */
    private synchronized Known known() {
        Known now = known;
        if (now == null || clock.instant().isAfter(now.until())) {
            now = discover();
            known = now;
        }
        return now;
    }

    private Known discover() {
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.resolve(
                            new Issuer(settings.issuer()), PATIENCE_MILLIS, PATIENCE_MILLIS);
            if (!Stream.of(
                            metadata.getAuthorizationEndpointURI(),
                            metadata.getTokenEndpointURI(),
                            metadata.getJWKSetURI())
                    .allMatch(this::isAsSafeAsTheIssuer)) {
                throw new SignInRefusedException(UNREACHABLE);
            }
            URL keys = metadata.getJWKSetURI().toURL();
            return new Known(
                    metadata,
                    JWKSourceBuilder.<SecurityContext>create(
                                    keys,
                                    new DefaultResourceRetriever(
                                            PATIENCE_MILLIS, PATIENCE_MILLIS, LARGEST))
                            .build(),
                    clock.instant().plus(KNOWN_FOR));
        } catch (GeneralException | IOException e) {
            throw new SignInRefusedException(UNREACHABLE, e);
        }
    }

    /** A provider behind TLS does not send its people past it. */
    private boolean isAsSafeAsTheIssuer(@Nullable URI end) {
        return end != null
                && (Objects.equals(end.getScheme(), "https")
                        || settings.issuer().getScheme().equals("http"));
    }

    URI authorizationEndpoint() {
        return known().metadata().getAuthorizationEndpointURI();
    }

    /** Trades a code for what the provider swears about a person. */
    IDTokenClaimsSet redeem(AuthorizationCode code, CodeVerifier verifier, Nonce nonce) {
        Known now = known();
        try {
            HTTPRequest request = request(now.metadata(), code, verifier).toHTTPRequest();
            request.setConnectTimeout(PATIENCE_MILLIS);
            request.setReadTimeout(PATIENCE_MILLIS);
            request.setFollowRedirects(false);
            TokenResponse answer = OIDCTokenResponseParser.parse(request.send());
            if (!(answer instanceof OIDCTokenResponse tokens)
                    || tokens.getOIDCTokens().getIDToken() == null) {
                throw new SignInRefusedException(
                        "The identity provider did not accept this sign-in; sign in again.");
            }
            IDTokenValidator validator =
                    new IDTokenValidator(
                            now.metadata().getIssuer(),
                            new ClientID(settings.client().id()),
                            new JWSVerificationKeySelector<>(SIGNED_WITH, now.keys()),
                            null);
            IDTokenClaimsSet claims =
                    validator.validate(tokens.getOIDCTokens().getIDToken(), nonce);
            if (!isForUs(claims)) {
                throw new SignInRefusedException(NOT_PROVEN);
            }
            return claims;
        } catch (IOException e) {
            throw new SignInRefusedException(UNREACHABLE, e);
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw new SignInRefusedException(NOT_PROVEN, e);
        }
    }

    /** The library leaves this to us: a token that several may read was made for one of them. */
    private boolean isForUs(IDTokenClaimsSet claims) {
        AuthorizedParty party = claims.getAuthorizedParty();
        return party == null
                ? claims.getAudience().size() == 1
                : party.getValue().equals(settings.client().id());
    }

    private TokenRequest request(
            OIDCProviderMetadata metadata, AuthorizationCode code, CodeVerifier verifier) {
        URI endpoint = metadata.getTokenEndpointURI();
        AuthorizationCodeGrant grant =
                new AuthorizationCodeGrant(code, settings.callback(), verifier);
        ClientID client = new ClientID(settings.client().id());
        String secret = settings.client().secret();
        if (secret == null) {
            return new TokenRequest.Builder(endpoint, client, grant).build();
        }
        List<ClientAuthenticationMethod> ways = metadata.getTokenEndpointAuthMethods();
        boolean isBasic =
                ways == null || ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        return new TokenRequest.Builder(
                        endpoint,
                        isBasic
                                ? new ClientSecretBasic(client, new Secret(secret))
                                : new ClientSecretPost(client, new Secret(secret)),
                        grant)
                .build();
    }
}
