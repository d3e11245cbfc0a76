package latchkey.simulator.agent.handler;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** What an agent can tell a handler to do. */
@Known(how = How.SPECIFIED, source = "azure-linux-extensions design-details.md: HandlerManifest")
public enum Command {
    INSTALL("install"),
    ENABLE("enable"),
    DISABLE("disable"),
    UPDATE("update"),
    UNINSTALL("uninstall");

    private final String word;

    Command(String word) {
        this.word = word;
    }

    /** The word in manifests and logs. */
    public String word() {
        return word;
    }

    /** The word with a capital, as sentences begin. */
    public String title() {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
