package latchkey.simulator.controlplane;

import latchkey.simulator.world.Dice;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Who may sign in, and the tokens they hold. */
@Known(
        how = How.ASSUMED,
        source = "clients do not look into access tokens; claims as general knowledge")
public final class Directory {
    /** Long after any client's clock: tokens do not run out while worlds are moved. */
    private static final long NEVER = 4_102_444_800L;

    private static final long LONG_AGO = 1_577_836_800L;

    private final List<Login> logins = new ArrayList<>();
    private final byte[] key;
    private final String tenantId;

    Directory(String tenantId) {
        // The same in all worlds: a token outlives the reset of a world. It guards nothing real.
        this.key = Dice.fixed("directory").bytes(32);
        this.tenantId = tenantId;
    }

    /**
     * Somebody who may sign in, as a program or as a person.
     *
     * @param clientId of the program
     * @param clientSecret of the program
     * @param username of the person
     * @param password of the person
     * @param objectId in the directory
     * @param role in every subscription
     */
    public record Login(
            String clientId,
            String clientSecret,
            String username,
            String password,
            String objectId,
            Role role) {
        @Override
        public String toString() {
            return "Login[" + clientId + "]";
        }
    }

    /** Adds somebody; who has the same client id is replaced. */
    public void add(Login login) {
        logins.removeIf(old -> old.clientId().equalsIgnoreCase(login.clientId()));
        logins.add(login);
    }

    /** The program of that id, whatever its secret. */
    public Optional<Login> program(String clientId) {
        return logins.stream()
                .filter(login -> login.clientId().equalsIgnoreCase(clientId))
                .findFirst();
    }

    /** The person of that name, whatever the password. */
    public Optional<Login> person(String username) {
        return logins.stream()
                .filter(login -> login.username().equalsIgnoreCase(username))
                .findFirst();
    }

    /** The directory's own id. */
    public String tenantId() {
        return tenantId;
    }

    /** A token for an audience, as a JWT. */
    public String token(Login login, String issuer, String audience, boolean asPerson) {
        ObjectNode claims = Json.object();
        claims.put("aud", audience).put("iss", issuer);
        claims.put("iat", LONG_AGO).put("nbf", LONG_AGO).put("exp", NEVER);
        claims.put("appid", login.clientId()).put("oid", login.objectId());
        claims.put("sub", login.objectId()).put("tid", tenantId).put("ver", "1.0");
        if (asPerson) {
            claims.put("upn", login.username()).put("unique_name", login.username());
            claims.put("preferred_username", login.username());
        }
        String head =
                encoded("{\"typ\":\"JWT\",\"alg\":\"HS256\"}") + "." + encoded(Json.text(claims));
        return head + "." + signature(head);
    }

    /** Who holds that token; nobody when it is not one of ours. */
    Optional<Caller> holder(String token) {
        String[] parts = token.split("\\.", 4);
        if (parts.length != 3) {
            return Optional.empty();
        }
        byte[] ours = signature(parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
        if (!MessageDigest.isEqual(ours, parts[2].getBytes(StandardCharsets.US_ASCII))) {
            return Optional.empty();
        }
        try {
            JsonNode claims = Json.MAPPER.readTree(Base64.getUrlDecoder().decode(parts[1]));
            return program(claims.path("appid").asString(""))
                    .map(
                            login ->
                                    new Caller(
                                            claims.path("upn").asString(login.clientId()),
                                            login.objectId(),
                                            login.role()));
        } catch (JacksonException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private String signature(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] signed = mac.doFinal(text.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signed);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform cannot sign", e);
        }
    }
}
