package latchkey.simulator.agent.handler;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

/**
 * Sign-in with Microsoft Entra accounts, which a reset disturbs until its extension is run again.
 */
@Known(how = How.SPECIFIED, source = "vmaccess-windows: rerun the Entra login extension afterwards")
public final class EntraLogin {
    /** The extension's full name. */
    public static final String NAME = "Microsoft.Azure.ActiveDirectory.AADLoginForWindows";

    private static final String KEY =
            "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\CloudDomainJoin\\JoinInfo";
    private static final String SOUND = "SignInConfigured";

    private EntraLogin() {}

    /** Whether the machine was joined by the extension. */
    public static boolean isInstalled(Guest guest) {
        return guest.registry().get(KEY, SOUND).isPresent();
    }

    /** Whether Entra accounts can sign in now. */
    public static boolean works(Guest guest) {
        return guest.registry().number(KEY, SOUND, 0) == 1;
    }

    static void configure(Guest guest) {
        guest.registry().set(KEY, SOUND, 1);
    }

    static void disturb(World world, Guest guest) {
        guest.registry().set(KEY, SOUND, 0);
        world.tell("os/" + guest.computer(), "entra-sign-in-disturbed");
    }
}
