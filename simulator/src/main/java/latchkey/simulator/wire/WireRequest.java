package latchkey.simulator.wire;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;

/**
 * A request that leaves a machine.
 *
 * @param method in upper case
 * @param target the absolute address, as the program wrote it
 * @param headers found in any letter case
 * @param body may be empty
 */
public record WireRequest(String method, URI target, Map<String, String> headers, byte[] body) {
    /** Headers are found in any letter case. */
    public WireRequest {
        headers = Headers.copy(headers);
        body = body.clone();
    }

    /** A request without headers of its own or a body. */
    public static WireRequest get(String target) {
        return get(target, Map.of());
    }

    /** A request without a body. */
    public static WireRequest get(String target, Map<String, String> headers) {
        return new WireRequest("GET", URI.create(target), headers, new byte[0]);
    }

    /** A request with a text. */
    public static WireRequest send(
            String method, String target, Map<String, String> headers, String body) {
        return new WireRequest(
                method, URI.create(target), headers, body.getBytes(StandardCharsets.UTF_8));
    }

    /** The port asked for, the scheme's own when none is written. */
    public int port() {
        int written = target.getPort();
        if (written >= 0) {
            return written;
        }
        return Objects.equals(target.getScheme(), "https") ? 443 : 80;
    }

    /** The body as text. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    @Override
    public byte[] body() {
        return body.clone();
    }
}
