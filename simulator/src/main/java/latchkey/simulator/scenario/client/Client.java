package latchkey.simulator.scenario.client;

import java.util.Locale;
import java.util.Optional;

/** What a person uses to reach Azure. */
public enum Client {
    AZ("az-output.txt"),
    POWERSHELL("powershell-output.txt"),
    PORTAL("portal-notification.txt"),
    SDK("sdk-exception.txt"),
    TEMPLATE("deployment-error.json");

    private final String file;

    Client(String file) {
        this.file = file;
    }

    /** The name people give the file they copy its words into. */
    String file() {
        return file;
    }

    /** Its word in scenarios. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The client of that word. */
    public static Optional<Client> of(String word) {
        for (Client client : values()) {
            if (client.word().equals(word)) {
                return Optional.of(client);
            }
        }
        return Optional.empty();
    }
}
