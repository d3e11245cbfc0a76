package latchkey.simulator.guest;

import latchkey.simulator.world.Dice;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.util.Locale;

/**
 * The self-signed certificate of the Remote Desktop listener. Its key lies in MachineKeys; when it
 * is missing or expired, the service makes a new one as soon as it is asked.
 */
@Known(how = How.SPECIFIED, source = "troubleshoot RDP by event id: 1057, 1058, 36870")
public final class ListenerCertificate {
    /** The folder with the machine's keys. */
    public static final String MACHINE_KEYS =
            "C:\\ProgramData\\Microsoft\\Crypto\\RSA\\MachineKeys";

    private static final String CREATE = "create a new self signed certificate to be used for";
    private static final String REPLACE = "replace the expired self signed certificate used for";
    private static final String MANAGER =
            "Microsoft-Windows-TerminalServices-RemoteConnectionManager";

    /** What it is good for. */
    private enum State {
        SOUND,
        MISSING,
        EXPIRED,
        /** There, and its key is not. */
        KEY_GONE
    }

    private final World world;
    private final Guest guest;
    private State state = State.SOUND;
    private String thumbprint;

    ListenerCertificate(World world, Guest guest) {
        this.world = world;
        this.guest = guest;
        this.thumbprint = fresh(world.dice("rdp-certificate/" + guest.computer()));
    }

    private static String fresh(Dice dice) {
        return dice.hex(20).toUpperCase(Locale.ROOT);
    }

    /** Its thumbprint, in capitals. */
    public String thumbprint() {
        return thumbprint;
    }

    /** It is past its end. */
    public void expire() {
        state = State.EXPIRED;
    }

    /** Its private key is gone, as after a restore. */
    public void loseKey() {
        state = State.KEY_GONE;
    }

    /** Somebody deletes it; the service makes another as soon as it is asked. */
    public void remove() {
        state = State.MISSING;
    }

    /** Whether secure channels can be made with it now, after the service tried to replace it. */
    public boolean isUsable() {
        boolean keysForbidden = guest.files().isDenied(MACHINE_KEYS);
        return switch (state) {
            case SOUND -> !keysForbidden || tellKeyUnreadable();
            case MISSING ->
                    !keysForbidden ? renewed() : failed(1057, CREATE, "Keyset does not exist");
            case EXPIRED -> !keysForbidden ? renewed() : failed(1058, REPLACE, "Access is denied.");
            case KEY_GONE -> tellKeyUnreadable();
        };
    }

    private boolean renewed() {
        state = State.SOUND;
        thumbprint = fresh(world.dice("rdp-certificate/" + guest.computer()));
        write(
                new EventLogs.Source("System", MANAGER, 1056, "Information"),
                "A new self signed certificate to be used for RD Session Host Server authentication"
                        + " on TLS connections was generated. The name on this certificate is "
                        + guest.computer()
                        + ". The SHA1 hash of the certificate is in the event data.",
                guest.computer());
        world.tell("rdp/" + guest.computer(), "rdp-certificate-made");
        return true;
    }

    private boolean failed(int id, String attempt, String because) {
        write(
                new EventLogs.Source("System", MANAGER, id, "Error"),
                "The RD Session Host Server has failed to "
                        + attempt
                        + " RD Session Host Server authentication on TLS connections. The relevant"
                        + " status code was "
                        + because,
                because);
        tellKeyUnreadable();
        return false;
    }

    private boolean tellKeyUnreadable() {
        guest.events()
                .write(
                        new EventLogs.Source("System", "Schannel", 36870, "Error"),
                        "A fatal error occurred when attempting to access the TLS server credential"
                                + " private key. The error code returned from the cryptographic"
                                + " module is 0x8009030D. The internal error state is 10001.",
                        "Type",
                        "server",
                        "ErrorCode",
                        "0x8009030d",
                        "ErrorStatus",
                        "10001");
        return false;
    }

    private void write(EventLogs.Source source, String message, String parameter) {
        guest.events().write(source, message, "param1", parameter);
    }
}
