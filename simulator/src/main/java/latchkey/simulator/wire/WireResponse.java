package latchkey.simulator.wire;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What comes back.
 *
 * @param status HTTP status
 * @param headers found in any letter case
 * @param body may be empty
 */
public record WireResponse(int status, Map<String, String> headers, byte[] body) {
    /** Headers are found in any letter case. */
    public WireResponse {
        headers = Headers.copy(headers);
        body = body.clone();
    }

    /** An answer that is only a status. */
    public static WireResponse of(int status) {
        return new WireResponse(status, Map.of(), new byte[0]);
    }

    /** An answer with a text. */
    public static WireResponse text(int status, String contentType, String body) {
        return new WireResponse(
                status, Map.of("Content-Type", contentType), body.getBytes(StandardCharsets.UTF_8));
    }

    /** True for 200 to 299. */
    public boolean isSuccess() {
        return status / 100 == 2;
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
