package latchkey.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;

import latchkey.web.server.TestBrowser.Answer;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Signing in with a real provider, and every way to come in without. */
final class SignInTest {
    private static final String SESSION = "__Host-latchkey";
    private static final Map<String, Object> ANN =
            Map.of(
                    "sub", "ann-1",
                    "name", "Ann Lee",
                    "email", "ann@contoso.example",
                    "email_verified", true);

    @TempDir static Path folder;
    private static TeamServer team;
    private static HttpClient client;

    @BeforeAll
    static void start() throws IOException {
        team = new TeamServer(folder.resolve("data"));
        client = HttpClient.newHttpClient();
    }

    @AfterAll
    static void stop() throws IOException {
        client.close();
        team.close();
    }

    @BeforeEach
    void honest() {
        team.provider().isHonest();
        team.provider().signsIn(ANN);
    }

    /** To the provider and back to the door, which the browser has yet to enter. */
    private static String callback(TestBrowser browser, String to)
            throws IOException, InterruptedException {
        Answer begun = browser.get("/sign-in?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8));
        assertThat(begun.status()).as(begun.body()).isEqualTo(302);
        return fromProvider(begun.header("location").orElseThrow());
    }

    private static String fromProvider(String address) throws IOException, InterruptedException {
        var answer =
                client.send(
                        HttpRequest.newBuilder(URI.create(address)).build(),
                        BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(302);
        String back = answer.headers().firstValue("Location").orElseThrow();
        assertThat(back).startsWith(TeamServer.PUBLIC + "/sign-in/callback?");
        return back.substring(TeamServer.PUBLIC.toString().length());
    }

    private static void isNotIn(TestBrowser browser, Answer answer) throws IOException {
        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.body()).contains("sign in again").doesNotContain("Exception");
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
        assertThat(browser.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void whoSignsInIsInAndWhereTheyWanted() throws IOException, InterruptedException {
        // Given
        TestBrowser browser = team.browser();
        Answer closed = browser.get("/compare?before=x");
        // When
        Answer in = browser.follow(callback(browser, "/compare?before=x"), "cross-site");
        // Then
        assertThat(closed.status()).isEqualTo(401);
        assertThat(closed.body()).contains("/sign-in?to=%2Fcompare%3Fbefore%3Dx");
        assertThat(in.status()).isEqualTo(302);
        assertThat(in.header("location")).contains("/compare?before=x");
        assertThat(browser.get("/api/me").json().path("name").asString()).isEqualTo("Ann Lee");
        assertThat(browser.get("/api/me").json().path("mail").asString())
                .isEqualTo("ann@contoso.example");
        assertThat(browser.get("/you").body()).contains("Ann Lee");
    }

    @Test
    void cookieIsForThisHostOverTlsAndForNoScript() throws IOException, InterruptedException {
        TestBrowser browser = team.browser();
        Answer in = browser.follow(callback(browser, "/"), "cross-site");
        assertThat(in.headers().get("set-cookie"))
                .anySatisfy(
                        line ->
                                assertThat(line)
                                        .startsWith(SESSION + "=")
                                        .contains("HttpOnly")
                                        .contains("Secure")
                                        .containsIgnoringCase("SameSite=Lax")
                                        .contains("Path=/")
                                        .doesNotContainIgnoringCase("Domain="));
    }

    @Test
    void aKeyOfTheOtherKindIsAsGood() throws IOException, InterruptedException {
        team.provider().signsWith(TestProvider.Signature.ES256);
        TestBrowser browser = team.browser();
        assertThat(browser.follow(callback(browser, "/"), "cross-site").status()).isEqualTo(302);
        assertThat(browser.get("/api/me").status()).isEqualTo(200);
    }

    @TestFactory
    Stream<DynamicTest> noTokenThatLiesOpensTheDoor() {
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> lies = new LinkedHashMap<>();
        lies.put("wrong nonce", claims -> claims.claim("nonce", "another"));
        lies.put("no nonce", claims -> claims.claim("nonce", null));
        lies.put("wrong audience", claims -> claims.audience("another-client"));
        lies.put("no audience", claims -> claims.audience((String) null));
        lies.put("wrong issuer", claims -> claims.issuer("https://evil.example"));
        lies.put("expired", claims -> claims.expirationTime(new Date(1_000_000)));
        lies.put("no expiry", claims -> claims.expirationTime(null));
        lies.put("no subject", claims -> claims.subject(null));
        lies.put(
                "for somebody else's use",
                claims ->
                        claims.audience(List.of(TestProvider.CLIENT, "other"))
                                .claim("azp", "other"));
        return lies.entrySet().stream()
                .map(
                        lie ->
                                DynamicTest.dynamicTest(
                                        lie.getKey(),
                                        () -> {
                                            honest();
                                            team.provider().lies(lie.getValue());
                                            TestBrowser browser = team.browser();
                                            int before = team.provider().redeemed();
                                            isNotIn(
                                                    browser,
                                                    browser.follow(
                                                            callback(browser, "/"), "cross-site"));
                                            assertThat(team.provider().redeemed())
                                                    .isEqualTo(before + 1);
                                        }));
    }

    @TestFactory
    Stream<DynamicTest> noSignatureButTheProvidersOpensTheDoor() {
        return Stream.of(
                        TestProvider.Signature.NONE,
                        TestProvider.Signature.HS256,
                        TestProvider.Signature.STRANGE_KEY)
                .map(
                        how ->
                                DynamicTest.dynamicTest(
                                        how.name(),
                                        () -> {
                                            honest();
                                            team.provider().signsWith(how);
                                            TestBrowser browser = team.browser();
                                            isNotIn(
                                                    browser,
                                                    browser.follow(
                                                            callback(browser, "/"), "cross-site"));
                                        }));
    }

    @Test
    void stateIsTheOneThisBrowserBegan() throws IOException, InterruptedException {
        // Given
        TestBrowser victim = team.browser();
        TestBrowser attacker = team.browser();
        String own = callback(victim, "/");
        String foreign = callback(attacker, "/");
        int before = team.provider().redeemed();
        // When / Then
        isNotIn(victim, victim.follow(own.replaceAll("state=[^&]*", "state=wrong"), "cross-site"));
        isNotIn(victim, victim.follow(own.replaceAll("&state=[^&]*", ""), "cross-site"));
        isNotIn(team.browser(), team.browser().follow(foreign, "cross-site"));
        TestBrowser again = team.browser();
        callback(again, "/");
        isNotIn(again, again.follow(foreign, "cross-site"));
        assertThat(team.provider().redeemed()).isEqualTo(before);
    }

    @Test
    void aCodeOpensTheDoorOnce() throws IOException, InterruptedException {
        // Given
        TestBrowser browser = team.browser();
        String path = callback(browser, "/");
        Map<String, String> cookies = Map.copyOf(browser.cookies());
        assertThat(browser.follow(path, "cross-site").status()).isEqualTo(302);
        // When
        TestBrowser thief = team.browser();
        cookies.forEach(thief::keep);
        // Then
        isNotIn(thief, thief.follow(path, "cross-site"));
    }

    @Test
    void codeOfAnotherSignInHasNoProof() throws IOException, InterruptedException {
        // Given
        TestBrowser browser = team.browser();
        String own = callback(browser, "/");
        String stolen = callback(team.browser(), "/");
        String code = stolen.replaceAll(".*code=([^&]*).*", "$1");
        // When
        Answer answer = browser.follow(own.replaceAll("code=[^&]*", "code=" + code), "cross-site");
        // Then
        isNotIn(browser, answer);
    }

    @Test
    void whoTakesTooLongBeginsAnew() throws IOException, InterruptedException {
        TestBrowser browser = team.browser();
        String path = callback(browser, "/");
        team.clock().pass(Duration.ofMinutes(11));
        isNotIn(browser, browser.follow(path, "cross-site"));
    }

    @Test
    void refusalOfTheProviderIsASentenceOfOurs() throws IOException, InterruptedException {
        TestBrowser browser = team.browser();
        String path = callback(browser, "/").replaceAll("code=[^&]*", "error=%3Cscript%3E");
        Answer answer = browser.follow(path, "cross-site");
        isNotIn(browser, answer);
        assertThat(answer.body()).doesNotContain("&lt;script").doesNotContain("<script>");
        TestBrowser mixed = team.browser();
        isNotIn(
                mixed,
                mixed.follow(callback(mixed, "/") + "&iss=https://evil.example", "cross-site"));
    }

    @Test
    void nobodyIsSentToAnotherSite() throws IOException, InterruptedException {
        for (String to :
                List.of(
                        "https://evil.example",
                        "//evil.example",
                        "/\\evil.example",
                        "\\\\evil.example",
                        "/\t/evil.example",
                        "/\n/evil.example",
                        "javascript:alert(1)",
                        "evil.example",
                        "@evil.example",
                        "/ok\r\nSet-Cookie: a=b",
                        "/sign-in?to=/",
                        "/" + "x".repeat(3000),
                        "")) {
            TestBrowser browser = team.browser();
            Answer in = browser.follow(callback(browser, to), "cross-site");
            assertThat(in.status()).as(to).isEqualTo(302);
            assertThat(in.header("location")).as(to).contains("/");
            assertThat(in.headers()).doesNotContainKey("a");
        }
    }

    @Test
    void sessionIsANewOneAfterEverySignIn() throws IOException, InterruptedException {
        // Given
        TestBrowser browser = team.browser();
        browser.keep(SESSION, "chosenbytheattacker");
        browser.follow(callback(browser, "/"), "cross-site");
        String first = browser.cookies().get(SESSION);
        // When
        browser.follow(callback(browser, "/"), "cross-site");
        String second = browser.cookies().get(SESSION);
        // Then
        assertThat(first).isNotEqualTo("chosenbytheattacker");
        assertThat(second).isNotEqualTo(first);
        TestBrowser old = team.browser();
        old.keep(SESSION, first);
        assertThat(old.get("/api/me").status()).isEqualTo(401);
        assertThat(browser.get("/api/me").status()).isEqualTo(200);
    }

    @Test
    void sessionEndsWhenItIsEnded() throws IOException, InterruptedException {
        TestBrowser browser = team.browser();
        browser.follow(callback(browser, "/"), "cross-site");
        String number = browser.cookies().get(SESSION);
        // When
        assertThat(browser.ask("DELETE", "/api/session", "").status()).isEqualTo(204);
        // Then
        assertThat(browser.cookies()).doesNotContainKey(SESSION);
        browser.keep(SESSION, number);
        assertThat(browser.get("/api/me").status()).isEqualTo(401);
    }

    @Test
    void sessionEndsWhenItIsLeftAloneAndWhenItIsOld() throws IOException {
        // Given
        TestBrowser idle = team.browserOf(team.person("Idle"));
        TestBrowser busy = team.browserOf(team.person("Busy"));
        // When
        int hours = 0;
        while (busy.get("/api/me").status() == 200) {
            team.clock().pass(Duration.ofMinutes(90));
            hours++;
            if (hours == 1) {
                assertThat(idle.get("/api/me").status()).isEqualTo(200);
            }
            if (hours == 3) {
                assertThat(idle.get("/api/me").status()).isEqualTo(401);
            }
        }
        // Then
        assertThat(hours * 90).isEqualTo(12 * 60);
    }

    @Test
    void onlyAnAddressTheProviderVouchesForMakesAnAdministrator()
            throws IOException, InterruptedException {
        for (Object vouched : List.of(true, false, "true")) {
            team.provider()
                    .signsIn(
                            Map.of(
                                    "sub",
                                    "root-" + vouched,
                                    "email",
                                    "root@contoso.example",
                                    "email_verified",
                                    vouched));
            TestBrowser browser = team.browser();
            browser.follow(callback(browser, "/"), "cross-site");
            assertThat(browser.get("/api/me").json().path("admin").asBoolean())
                    .isEqualTo(Boolean.TRUE.equals(vouched));
        }
    }

    @Test
    void whoIsNotOnTheListStaysOut() throws IOException, InterruptedException {
        try (TeamServer closed =
                new TeamServer(folder.resolve("closed"), List.of("@contoso.example"), null)) {
            for (var mail :
                    Map.of(
                                    "ann@contoso.example", 302,
                                    "ann@evil-contoso.example", 403,
                                    "ann@contoso.example.evil.example", 403)
                            .entrySet()) {
                closed.provider()
                        .signsIn(
                                Map.of("sub", "a", "email", mail.getKey(), "email_verified", true));
                TestBrowser browser = closed.browser();
                Answer begun = browser.get("/sign-in");
                String path = fromProvider(begun.header("location").orElseThrow());
                assertThat(browser.follow(path, "cross-site").status())
                        .as(mail.getKey())
                        .isEqualTo(mail.getValue());
            }
        }
    }

    @Test
    void providerThatIsDownIsASentence() throws IOException {
        try (TeamServer alone = new TeamServer(folder.resolve("alone"))) {
            alone.provider().close();
            Answer answer = alone.browser().get("/sign-in");
            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.body()).contains("cannot be reached");
        }
    }
}
