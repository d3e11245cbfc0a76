package latchkey.simulator.wire;

/**
 * One handler in an extensions document.
 *
 * @param handler {@code Publisher.Type}
 * @param version the exact version to run
 * @param location where the handler's version manifest lies
 * @param state enabled, disabled or uninstall
 * @param autoUpgrade whether the agent may take a newer minor version
 * @param settings the number and the settings to run with; none for a handler without
 */
public record PluginGoal(
        String handler,
        String version,
        String location,
        State state,
        boolean autoUpgrade,
        Settings settings) {
    /** What is wanted of a handler. */
    public enum State {
        ENABLED("enabled"),
        DISABLED("disabled"),
        UNINSTALL("uninstall");

        private final String word;

        State(String word) {
            this.word = word;
        }

        /** The wire's word. */
        public String word() {
            return word;
        }

        static State of(String word) throws UnreadableDocument {
            for (State state : values()) {
                if (state.word.equalsIgnoreCase(word)) {
                    return state;
                }
            }
            throw new UnreadableDocument("an unknown state of a plugin");
        }
    }

    /**
     * Numbered settings.
     *
     * @param sequence grows with every change
     * @param json the content of the {@code N.settings} file to write
     */
    public record Settings(int sequence, String json) {}
}
