package latchkey.web.page;

import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** What every page needs: stylesheet, scripts and the sign, known by name and by what they hold. */
public final class Assets {
    private static final Map<String, String> TYPES =
            Map.of(
                    "latchkey.css", "text/css; charset=utf-8",
                    "everywhere.js", "text/javascript; charset=utf-8",
                    "home.js", "text/javascript; charset=utf-8",
                    "case.js", "text/javascript; charset=utf-8",
                    "timeline.js", "text/javascript; charset=utf-8",
                    "lines.js", "text/javascript; charset=utf-8",
                    "you.js", "text/javascript; charset=utf-8",
                    "key.svg", "image/svg+xml");

    private final Map<String, byte[]> contents = new TreeMap<>();
    private final Map<String, String> hashes = new TreeMap<>();

    private final boolean hasAccounts;

    Assets(boolean hasAccounts) {
        this.hasAccounts = hasAccounts;
        for (String name : TYPES.keySet()) {
            byte[] content = read(name);
            contents.put(name, content);
            hashes.put(name, hash(content));
        }
    }

    /** Whether people sign in here, so that a page links to who they are. */
    public boolean hasAccounts() {
        return hasAccounts;
    }

    private static byte[] read(String name) {
        try (InputStream stream = Assets.class.getResourceAsStream("asset/" + name)) {
            if (stream == null) {
                throw new IllegalStateException("an asset is missing");
            }
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** An address that changes with the content, so that browsers may keep it for good. */
    public String address(String name) {
        return "/assets/" + hashes.get(name) + "/" + name;
    }

    void serve(Context ctx) {
        String name = ctx.pathParam("name");
        byte[] content = contents.get(name);
        if (content == null) {
            throw new NotFoundResponse("There is nothing here.");
        }
        ctx.contentType(String.valueOf(TYPES.get(name)));
        boolean isCurrent = ctx.pathParam("hash").equals(hashes.get(name));
        ctx.header("Cache-Control", isCurrent ? "public, max-age=31536000, immutable" : "no-cache");
        ctx.result(content);
    }
}
