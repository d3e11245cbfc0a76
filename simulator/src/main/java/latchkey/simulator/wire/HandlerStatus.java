package latchkey.simulator.wire;

import org.jspecify.annotations.Nullable;

/**
 * What an agent says of one handler.
 *
 * @param handler {@code Publisher.Type}
 * @param version the version it runs
 * @param status Ready, NotReady, Installing or Unresponsive
 * @param code 0, or the agent's own code of the failing step
 * @param message in the agent's words
 * @param extension what the handler itself said of its settings; null when it wrote nothing
 */
public record HandlerStatus(
        String handler,
        String version,
        String status,
        int code,
        String message,
        @Nullable ExtensionStatus extension) {
    /** Whether the agent has the handler ready for work. */
    public boolean isReady() {
        return status.equals("Ready");
    }
}
