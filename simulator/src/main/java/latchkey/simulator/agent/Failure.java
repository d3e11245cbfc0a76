package latchkey.simulator.agent;

/**
 * Why a request brought nothing, as the agent's runtime words it.
 *
 * @param type the exception's full name
 * @param text its message, with inner exceptions if any
 */
record Failure(String type, String text) {
    /** As {@code ToString()} of an exception begins. */
    String full() {
        return type + ": " + text;
    }

    static Failure web(String text) {
        return new Failure("System.Net.WebException", text);
    }
}
