package latchkey.web.cli;

import latchkey.web.signin.ProviderSettings;
import latchkey.web.store.PostgresAccount;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Reads what {@code --config} names, whole or not at all. Secrets stand in the environment. */
final class ConfigurationReader {
    private static final Set<String> TOP =
            Set.of("public-url", "listen", "data", "keep-days", "database", "sign-in");
    private static final Set<String> LISTEN = Set.of("address", "port");
    private static final Set<String> DATABASE = Set.of("url", "user", "password-env");
    private static final Set<String> SIGN_IN =
            Set.of("issuer", "client-id", "client-secret-env", "let-in", "admins");
    private static final int LONGEST = 100_000;
    private static final int MOST_DAYS = 36_500;

    private final Map<String, String> environment;
    private final List<String> mistakes = new ArrayList<>();

    ConfigurationReader(Map<String, String> environment) {
        this.environment = environment;
    }

    Configuration read(Path file) throws ConfigurationRefusedException {
        Entries top = Entries.of(document(file), TOP, mistakes);
        Integer days = top.number("keep-days", 0, MOST_DAYS);
        String data = top.text("data");
        URI publicUrl = publicUrl(top);
        PostgresAccount database = top.has("database") ? database(top) : null;
        ProviderSettings team = top.has("sign-in") ? team(top, publicUrl) : null;
        Configuration.Listen listen = listen(top, team != null || top.has("sign-in"));
        if (!mistakes.isEmpty()) {
            throw new ConfigurationRefusedException(mistakes);
        }
        return new Configuration(
                listen,
                data == null ? null : Path.of(data),
                days == null ? 0 : days,
                database,
                team);
    }

    private Object document(Path file) throws ConfigurationRefusedException {
        try {
            if (Files.size(file) > LONGEST) {
                throw refused(file + " is too long for a configuration.");
            }
            LoadSettings settings = LoadSettings.builder().setLabel(file.toString()).build();
            Object document = new Load(settings).loadFromString(Files.readString(file));
            return document == null ? Map.of() : document;
        } catch (IOException e) {
            throw refused(file + " cannot be read.");
        } catch (MarkedYamlEngineException e) {
            String where = e.getProblemMark().map(mark -> ":" + (mark.getLine() + 1)).orElse("");
            throw refused(file + where + " is not YAML: " + e.getProblem() + ".");
        } catch (YamlEngineException e) {
            throw refused(file + " is not YAML.");
        }
    }

    private static ConfigurationRefusedException refused(String sentence) {
        return new ConfigurationRefusedException(List.of(sentence));
    }

    private Configuration.Listen listen(Entries top, boolean peopleSignIn) {
        Entries listen = top.below("listen", LISTEN);
        String given = listen.text("address");
        String address = given == null ? "127.0.0.1" : given;
        boolean isLiteral = address.matches("[0-9.]+|[0-9a-fA-F:.]*:[0-9a-fA-F:.]*|localhost");
        if (!isLiteral) {
            listen.wrong("address", "has to be an IP address, or localhost.");
        } else if (!isThisMachine(address) && !peopleSignIn) {
            listen.wrong(
                    "address",
                    "can be reached from other machines, and then people have to sign in: fill in"
                            + " 'sign-in', or listen on 127.0.0.1.");
        }
        return new Configuration.Listen(address, listen.number("port", 0, 65_535));
    }

    private static boolean isThisMachine(String host) {
        return host.equals("localhost")
                || host.matches("127(\\.[0-9]{1,3}){3}")
                || host.equals("::1")
                || host.equals("[::1]");
    }

    private @Nullable URI publicUrl(Entries top) {
        String given = top.text("public-url");
        URI url = given == null ? null : web(top, "public-url", given);
        if (url == null) {
            return null;
        }
        String path = String.valueOf(url.getPath());
        if (!path.isEmpty() && !path.equals("/")) {
            top.wrong("public-url", "has to be an address without a path.");
        }
        int usual = url.getScheme().equals("https") ? 443 : 80;
        String port = url.getPort() < 0 || url.getPort() == usual ? "" : ":" + url.getPort();
        return URI.create(url.getScheme() + "://" + url.getHost().toLowerCase(Locale.ROOT) + port);
    }

    /** An address with TLS, which only this machine itself may do without. */
    private static @Nullable URI web(Entries entries, String key, String given) {
        URI url;
        try {
            url = URI.create(given.toLowerCase(Locale.ROOT).startsWith("http") ? given : "");
        } catch (IllegalArgumentException e) {
            url = URI.create("");
        }
        String scheme = url.getScheme();
        if (scheme == null
                || url.getHost() == null
                || url.getUserInfo() != null
                || url.getQuery() != null
                || url.getFragment() != null) {
            entries.wrong(key, "has to be an address such as https://latchkey.contoso.example.");
            return null;
        }
        if (!scheme.equals("https") && !(scheme.equals("http") && isThisMachine(url.getHost()))) {
            entries.wrong(key, "has to begin with https:// except on this machine itself.");
            return null;
        }
        return url;
    }

    private PostgresAccount database(Entries top) {
        Entries database = top.below("database", DATABASE);
        String url = database.needed("url");
        if (!url.isEmpty() && !url.startsWith("jdbc:postgresql://")) {
            database.wrong("url", "has to begin with jdbc:postgresql://.");
        }
        if (url.contains("password=") || url.contains("@")) {
            database.wrong("url", "must not hold a password; name its variable in password-env.");
        }
        return new PostgresAccount(
                url, database.needed("user"), secret(database, "password-env", true));
    }

    private @Nullable ProviderSettings team(Entries top, @Nullable URI publicUrl) {
        Entries signIn = top.below("sign-in", SIGN_IN);
        String issuer = signIn.needed("issuer");
        URI provider = issuer.isEmpty() ? null : web(signIn, "issuer", issuer);
        String client = signIn.needed("client-id");
        String secret = secret(signIn, "client-secret-env", false);
        List<String> letIn = signIn.texts("let-in");
        List<String> admins = signIn.texts("admins");
        for (String one : letIn) {
            if (!one.matches("[^@\\s]*@[^@\\s]+")) {
                signIn.wrong(
                        "let-in", "holds '" + one + "', which is no mail address and no @domain.");
            }
        }
        if (publicUrl == null) {
            if (!top.has("public-url")) {
                top.wrong("public-url", "is missing: people have to be sent back to it.");
            }
            return null;
        }
        return provider == null
                ? null
                : new ProviderSettings(
                        provider,
                        new ProviderSettings.Client(client, secret.isEmpty() ? null : secret),
                        publicUrl,
                        letIn,
                        admins);
    }

    /** The value of the variable that a key names; empty, and perhaps a mistake, without one. */
    private String secret(Entries entries, String key, boolean isNeeded) {
        String variable = isNeeded ? entries.needed(key) : entries.text(key);
        if (variable == null || variable.isEmpty()) {
            return "";
        }
        String value = environment.getOrDefault(variable, "");
        if (value.isEmpty()) {
            entries.wrong(key, "names the variable " + variable + ", which is not set.");
        }
        return value;
    }
}
