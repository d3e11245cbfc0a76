package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.util.Map;
import java.util.TreeMap;

/** Sign-in with Microsoft Entra accounts, as the extension AADLoginForWindows sets it up. */
@Known(how = How.SPECIFIED, source = "VMAccess for Windows: rerun the Entra login extension after")
public final class EntraLogin {
    private final World world;
    private final Guest guest;
    private final Map<String, String> people = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private boolean installed;
    private boolean disturbed;

    EntraLogin(World world, Guest guest) {
        this.world = world;
        this.guest = guest;
    }

    /** Whether its extension was run here at all. */
    public boolean isInstalled() {
        return installed;
    }

    /** Whether people of the cloud can sign in. */
    public boolean works() {
        return installed && !disturbed;
    }

    /** Its extension ran, for the first time or again: whatever disturbed it is mended. */
    public void run() {
        installed = true;
        disturbed = false;
        world.tell("entra/" + guest.computer(), "entra-login-set-up");
    }

    /** Something changed sign-in behind its back, as VMAccess does; nothing if not installed. */
    public void disturb() {
        if (installed && !disturbed) {
            disturbed = true;
            world.tell("entra/" + guest.computer(), "entra-login-disturbed");
        }
    }

    /** A person of the cloud who may sign in here. */
    public void plant(String principal, String password) {
        people.put(principal, password);
    }

    /** Whether that is the person's password. */
    boolean knows(String principal, String password) {
        return password.equals(people.get(principal));
    }
}
