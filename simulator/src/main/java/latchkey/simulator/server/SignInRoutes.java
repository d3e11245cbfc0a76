package latchkey.simulator.server;

import latchkey.simulator.controlplane.ArmResponse;
import latchkey.simulator.controlplane.Directory;
import latchkey.simulator.controlplane.Directory.Login;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import tools.jackson.databind.node.ObjectNode;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Token endpoints in the style of Entra and of AD FS, and how clients find them. */
@Known(
        how = How.RECORDED,
        source = "what the JavaScript, Java and az clients asked for: build-and-clients.md 4")
final class SignInRoutes {
    /** {@code /{tenant}/v2.0/.well-known/openid-configuration} and its relatives. */
    private static final Pattern DISCOVERY =
            Pattern.compile(
                    "/(?<tenant>[^/]+)(?<version>/v2\\.0)?/\\.well-known/openid-configuration");

    private static final Pattern TOKEN =
            Pattern.compile("/(?<tenant>[^/]+)/oauth2(?<version>/v2\\.0)?/token/?");

    private static final List<String> NAMED = List.of("common", "organizations", "adfs");

    Optional<ArmResponse> answer(Asked asked, Directory directory) {
        if (asked.path().equals("/common/discovery/instance")) {
            return Optional.of(instance(asked));
        }
        Matcher discovery = DISCOVERY.matcher(asked.path());
        if (asked.method().equals("GET") && discovery.matches()) {
            return Optional.of(discovered(asked, discovery, directory));
        }
        Matcher token = TOKEN.matcher(asked.path());
        if (asked.method().equals("POST") && token.matches()) {
            return Optional.of(token(asked, token, directory));
        }
        if (asked.path().matches("/[^/]+/discovery(/v2\\.0)?/keys")) {
            return Optional.of(Said.json(200, Said.object().set("keys", Said.array())));
        }
        return Optional.empty();
    }

    private static ArmResponse instance(Asked asked) {
        ObjectNode node = Said.object();
        node.put(
                "tenant_discovery_endpoint",
                asked.origin() + "/common/v2.0/.well-known/openid-configuration");
        node.put("api-version", "1.1");
        String host = asked.origin().substring("https://".length());
        ObjectNode entry = node.putArray("metadata").addObject();
        entry.put("preferred_network", host).put("preferred_cache", host);
        entry.putArray("aliases").add(host);
        return Said.json(200, node);
    }

    private static ArmResponse discovered(Asked asked, Matcher path, Directory directory) {
        String tenant = path.group("tenant");
        if (isUnknown(tenant, directory)) {
            return unknownTenant(tenant);
        }
        boolean adfs = tenant.equals("adfs");
        String base = asked.origin() + "/" + tenant;
        String version = path.group("version") == null || adfs ? "" : "/v2.0";
        ObjectNode node = Said.object();
        node.put("token_endpoint", base + "/oauth2" + version + "/token" + (adfs ? "/" : ""));
        node.put("authorization_endpoint", base + "/oauth2" + version + "/authorize");
        node.put("device_authorization_endpoint", base + "/oauth2" + version + "/devicecode");
        node.put("end_session_endpoint", base + "/oauth2" + version + "/logout");
        node.put("jwks_uri", base + "/discovery" + version + "/keys");
        node.put("issuer", adfs ? base : issuer(asked, directory));
        node.putArray("response_types_supported").add("code").add("id_token").add("token");
        node.putArray("subject_types_supported").add("pairwise");
        node.putArray("id_token_signing_alg_values_supported").add("RS256");
        node.putArray("scopes_supported").add("openid").add("profile").add("offline_access");
        node.putArray("token_endpoint_auth_methods_supported")
                .add("client_secret_post")
                .add("client_secret_basic");
        node.put("tenant_region_scope", "NA").put("cloud_instance_name", "localhost");
        return Said.json(200, node);
    }

    private static String issuer(Asked asked, Directory directory) {
        return asked.origin() + "/" + directory.tenantId() + "/v2.0";
    }

    private static boolean isUnknown(String tenant, Directory directory) {
        return !NAMED.contains(tenant) && !tenant.equalsIgnoreCase(directory.tenantId());
    }

    private static ArmResponse token(Asked asked, Matcher path, Directory directory) {
        String tenant = path.group("tenant");
        if (isUnknown(tenant, directory)) {
            return unknownTenant(tenant);
        }
        Map<String, String> form = asked.form();
        String grant = form.getOrDefault("grant_type", "");
        return switch (grant) {
            case "client_credentials" -> program(asked, form, directory);
            case "password" -> person(asked, form, directory);
            default ->
                    refused(
                            400,
                            "unsupported_grant_type",
                            "AADSTS70003: The app requested an unsupported grant type '"
                                    + grant
                                    + "'.");
        };
    }

    private static ArmResponse program(Asked asked, Map<String, String> form, Directory directory) {
        Credentials given = Credentials.of(asked, form);
        Optional<Login> login = directory.program(given.name());
        if (login.isEmpty()) {
            return refused(
                    400,
                    "unauthorized_client",
                    "AADSTS700016: Application with identifier '"
                            + given.name()
                            + "' was not found in the directory '"
                            + directory.tenantId()
                            + "'.");
        }
        if (!login.get().clientSecret().equals(given.secret())) {
            return refused(
                    401,
                    "invalid_client",
                    "AADSTS7000215: Invalid client secret provided. Ensure the secret being sent in"
                        + " the request is the client secret value, not the client secret ID, for a"
                        + " secret added to app '"
                            + given.name()
                            + "'.");
        }
        return granted(asked, form, directory, login.get(), false);
    }

    private static ArmResponse person(Asked asked, Map<String, String> form, Directory directory) {
        Optional<Login> login = directory.person(form.getOrDefault("username", ""));
        boolean right =
                login.map(known -> known.password().equals(form.getOrDefault("password", "")))
                        .orElse(false);
        if (!right) {
            return refused(
                    400,
                    "invalid_grant",
                    "AADSTS50126: Error validating credentials due to invalid username or"
                            + " password.");
        }
        return granted(asked, form, directory, login.orElseThrow(), true);
    }

    private static ArmResponse granted(
            Asked asked,
            Map<String, String> form,
            Directory directory,
            Login login,
            boolean asPerson) {
        String scope = form.getOrDefault("scope", "");
        String resource =
                form.getOrDefault("resource", scope.replaceAll("/\\.default.*$", "").strip());
        String issuer = issuer(asked, directory);
        ObjectNode node = Said.object();
        node.put("token_type", "Bearer").put("expires_in", 3599).put("ext_expires_in", 3599);
        if (!asked.path().contains("/v2.0/")) {
            node.put("expires_in", "3599").put("ext_expires_in", "3599");
            node.put("expires_on", "4102444800").put("not_before", "1577836800");
            node.put("resource", resource);
        }
        node.put("access_token", directory.token(login, issuer, resource, asPerson));
        if (asPerson) {
            node.put("scope", scope);
            node.put("id_token", directory.token(login, issuer, login.clientId(), true));
        }
        return Said.json(200, node);
    }

    private static ArmResponse unknownTenant(String tenant) {
        return refused(
                400,
                "invalid_request",
                "AADSTS90002: Tenant '"
                        + tenant
                        + "' not found. Check to make sure you have the correct tenant ID and are"
                        + " signing into the correct cloud.");
    }

    private static ArmResponse refused(int status, String error, String description) {
        ObjectNode node = Said.object();
        node.put("error", error).put("error_description", description);
        Matcher code = Pattern.compile("AADSTS(\\d+)").matcher(description);
        if (code.find()) {
            node.putArray("error_codes").add(Integer.parseInt(code.group(1)));
        }
        return Said.json(status, node);
    }

    /** Id and secret of a program, from the form or from basic authentication. */
    private record Credentials(String name, String secret) {
        static Credentials of(Asked asked, Map<String, String> form) {
            String basic = asked.header("Authorization");
            if (basic.startsWith("Basic ")) {
                try {
                    byte[] plain = java.util.Base64.getDecoder().decode(basic.substring(6).strip());
                    String[] parts = new String(plain, StandardCharsets.UTF_8).split(":", 2);
                    return new Credentials(parts[0], parts.length > 1 ? parts[1] : "");
                } catch (IllegalArgumentException e) {
                    return new Credentials("", "");
                }
            }
            return new Credentials(
                    form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
        }
    }
}
