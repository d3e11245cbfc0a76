package latchkey.simulator.wire;

import java.time.Instant;

/**
 * The last status of one handler's settings: the content of {@code N.status}.
 *
 * @param sequence the N it belongs to
 * @param at written at, by the guest's clock
 * @param operation such as Enable
 * @param status transitioning, error, success or warning
 * @param code the handler's own code
 * @param message the handler's words
 */
public record ExtensionStatus(
        int sequence, Instant at, String operation, String status, int code, String message) {
    /** Whether nothing more will follow for this sequence number. */
    public boolean isFinal() {
        return status.equals("success") || status.equals("error");
    }
}
