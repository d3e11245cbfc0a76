package latchkey.analyzer.report.face;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** The one stylesheet of the HTML face, with the policy that admits it and nothing else. */
record Stylesheet(String css) {

    static Stylesheet load() throws IOException {
        try (InputStream in = Stylesheet.class.getResourceAsStream("report.css")) {
            if (in == null) {
                throw new IOException("The stylesheet was not packed with the program.");
            }
            return new Stylesheet(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    String contentSecurityPolicy() {
        return "default-src 'none'; style-src 'sha256-"
                + hash()
                + "'; base-uri 'none'; form-action 'none'";
    }

    private String hash() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256")
                            .digest(css.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
