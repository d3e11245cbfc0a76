package latchkey.web.server;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/**
 * A small identity provider with real keys: discovery, authorization, one token for one code, PKCE
 * and the secret of its client checked. A test can make it lie.
 */
final class TestProvider implements AutoCloseable {
    static final String CLIENT = "latchkey-test";
    static final String SECRET = "s3cret-of-the-client";

    /** How the next token is signed. */
    enum Signature {
        RS256,
        ES256,
        /** With a key that the provider never published. */
        STRANGE_KEY,
        /** With the public key taken for a password. */
        HS256,
        NONE
    }

    private final HttpServer server;
    private final InstantSource clock;
    private final RSAKey rsa;
    private final RSAKey strange;
    private final ECKey ec;
    private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
    private volatile Map<String, Object> person = Map.of();
    private volatile UnaryOperator<JWTClaimsSet.Builder> lie = claims -> claims;
    private volatile Signature signature = Signature.RS256;
    private volatile int redeemed;

    TestProvider(InstantSource clock) throws IOException {
        this.clock = clock;
        try {
            rsa = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
            strange = new RSAKeyGenerator(2048).keyID("rsa-1").generate();
            ec = new ECKeyGenerator(Curve.P_256).keyID("ec-1").generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/.well-known/openid-configuration", this::discovery);
        server.createContext("/keys", exchange -> answer(exchange, 200, keys()));
        server.createContext("/authorize", this::authorize);
        server.createContext("/token", this::token);
        server.start();
    }

    URI issuer() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Who sits before the browser, as claims. */
    void signsIn(Map<String, Object> claims) {
        person = claims;
    }

    void lies(UnaryOperator<JWTClaimsSet.Builder> about) {
        lie = about;
    }

    void signsWith(Signature how) {
        signature = how;
    }

    void isHonest() {
        lie = claims -> claims;
        signature = Signature.RS256;
    }

    /** How often a code was turned into a token. */
    int redeemed() {
        return redeemed;
    }

    private String keys() {
        return new JWKSet(List.of(rsa.toPublicJWK(), ec.toPublicJWK())).toString();
    }

    private void discovery(HttpExchange exchange) throws IOException {
        ObjectNode all = JsonMapper.shared().createObjectNode();
        all.put("issuer", issuer().toString());
        all.put("authorization_endpoint", issuer() + "/authorize");
        all.put("token_endpoint", issuer() + "/token");
        all.put("jwks_uri", issuer() + "/keys");
        all.putArray("response_types_supported").add("code");
        all.putArray("subject_types_supported").add("public");
        all.putArray("id_token_signing_alg_values_supported").add("RS256").add("ES256");
        all.putArray("code_challenge_methods_supported").add("S256");
        answer(exchange, 200, all.toString());
    }

    /** Whoever comes is signed in at once and sent back with a code. */
    private void authorize(HttpExchange exchange) throws IOException {
        Map<String, String> asked = parameters(exchange.getRequestURI().getRawQuery());
        boolean isWhole =
                "code".equals(asked.get("response_type"))
                        && CLIENT.equals(asked.get("client_id"))
                        && "S256".equals(asked.get("code_challenge_method"))
                        && asked.getOrDefault("scope", "").contains("openid")
                        && asked.containsKey("nonce");
        if (!isWhole) {
            answer(exchange, 400, "{}");
            return;
        }
        String code = "code" + codes.size() + "x" + System.identityHashCode(asked);
        codes.put(code, asked);
        String back =
                asked.get("redirect_uri")
                        + "?code="
                        + code
                        + "&state="
                        + URLEncoder.encode(asked.get("state"), StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Location", back);
        answer(exchange, 302, "");
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> given =
                parameters(
                        new String(
                                exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic =
                "Basic "
                        + Base64.getEncoder()
                                .encodeToString(
                                        (CLIENT + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(given.getOrDefault("code", ""));
        boolean isRight =
                asked != null
                        && basic.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                        && asked.get("redirect_uri").equals(given.get("redirect_uri"))
                        && asked.get("code_challenge")
                                .equals(challenge(given.getOrDefault("code_verifier", "")));
        if (!isRight) {
            answer(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        redeemed++;
        ObjectNode all = JsonMapper.shared().createObjectNode();
        all.put("access_token", "not-used").put("token_type", "Bearer");
        all.put("id_token", idToken(asked.get("nonce")));
        answer(exchange, 200, all.toString());
    }

    private static String challenge(String verifier) {
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256")
                            .digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String idToken(String nonce) {
        JWTClaimsSet.Builder claims =
                new JWTClaimsSet.Builder()
                        .issuer(issuer().toString())
                        .audience(CLIENT)
                        .issueTime(Date.from(clock.instant()))
                        .expirationTime(Date.from(clock.instant().plusSeconds(300)))
                        .claim("nonce", nonce);
        person.forEach(claims::claim);
        JWTClaimsSet told = lie.apply(claims).build();
        try {
            return switch (signature) {
                case RS256 -> signed(JWSAlgorithm.RS256, "rsa-1", new RSASSASigner(rsa), told);
                case ES256 -> signed(JWSAlgorithm.ES256, "ec-1", new ECDSASigner(ec), told);
                case STRANGE_KEY ->
                        signed(JWSAlgorithm.RS256, "rsa-1", new RSASSASigner(strange), told);
                case HS256 ->
                        signed(
                                JWSAlgorithm.HS256,
                                "rsa-1",
                                new MACSigner(rsa.toRSAPublicKey().getEncoded()),
                                told);
                case NONE -> new PlainJWT(told).serialize();
            };
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String signed(
            JWSAlgorithm algorithm, String key, com.nimbusds.jose.JWSSigner by, JWTClaimsSet told)
            throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(algorithm).keyID(key).build(), told);
        token.sign(by);
        return token.serialize();
    }

    static Map<String, String> parameters(String query) {
        Map<String, String> parameters = new TreeMap<>();
        for (String pair : query == null ? new String[0] : query.split("&")) {
            String[] both = pair.split("=", 2);
            parameters.put(
                    both[0],
                    URLDecoder.decode(both.length > 1 ? both[1] : "", StandardCharsets.UTF_8));
        }
        return parameters;
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
