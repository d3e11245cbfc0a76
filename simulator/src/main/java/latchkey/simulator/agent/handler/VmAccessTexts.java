package latchkey.simulator.agent.handler;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.SystemTexts;
import latchkey.simulator.guest.Win32Error;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** The words of VMAccess for what fails in it. */
@Known(how = How.RECORDED, source = "messages in reset-rdp and vmaccess-windows, texts G1 to G7")
final class VmAccessTexts {
    static final String DOMAIN_CONTROLLER =
            "VMAccess Extension does not support Domain Controller.";
    static final String NO_PASSWORD =
            "The Admin User Account password cannot be null or empty if provided the username.";
    static final String BUILT_IN =
            "Applying username and password changes for built-in Administrator account.";

    @Known(how = How.RECORDED, source = "instance view of 2.4.11 in a report of 2023, cut at 'and'")
    static final String UPDATED = "Succesfully updated Admin account and settings.";

    @Known(how = How.ASSUMED, source = "no report shows the text of a reset without an account")
    static final String RESET_ONLY = "Succesfully updated Remote Desktop Connection settings.";

    private static final String WRAPPER =
            "Cannot update Remote Desktop Connection settings for Administrator account. Error: ";
    private static final String FRAME = "\r\n   at ";
    private static final String PLUGINS = FRAME + "Microsoft.WindowsAzure.GuestAgent.Plugins.";
    private static final String COM = "System.Runtime.InteropServices.COMException";
    private static final String ADD_OR_UPDATE =
            PLUGINS
                    + "RemoteAccessAccountManager.AddOrUpdateRemoteUserAccount(String userName,"
                    + " SecureString password, Boolean expirePassword)";
    private static final String SET_PASSWORD =
            PLUGINS + "WindowsUser.SetPassword(SecureString password, Boolean expirePassword)";
    private static final String ON_ENABLE =
            PLUGINS + "JsonExtensions.VMAccess.VMAccessExtension.OnEnable()";

    private final Guest guest;
    private final boolean stacks;

    VmAccessTexts(Guest guest, boolean stacks) {
        this.guest = guest;
        this.stacks = stacks;
    }

    private String os(Win32Error error) {
        return SystemTexts.of(error, guest.spec().tongue());
    }

    /** G3, or G7 without a stack. */
    String notAdministrator(String user) {
        String text =
                "User account "
                        + user
                        + " already exists but cannot be updated because it is not in the"
                        + " Administrators group.";
        return stacks
                ? WRAPPER + "System.Exception: " + text + ADD_OR_UPDATE + ON_ENABLE
                : WRAPPER + text;
    }

    /** G4: an existing account's password was refused. */
    String cannotSet(Win32Error error) {
        if (!stacks) {
            return WRAPPER + os(error);
        }
        return WRAPPER
                + "System.Reflection.TargetInvocationException: Exception has been thrown by the"
                + " target of an invocation. ---> "
                + COM
                + ": "
                + os(error)
                + "\r\n   --- End of inner exception stack trace ---"
                + FRAME
                + "System.DirectoryServices.DirectoryEntry.Invoke(String methodName, Object[] args)"
                + SET_PASSWORD
                + ADD_OR_UPDATE
                + ON_ENABLE;
    }

    /** G5: a new account was refused. */
    String cannotCreate(Win32Error error) {
        if (!stacks) {
            return WRAPPER + os(error);
        }
        return WRAPPER
                + com(error)
                + FRAME
                + "System.DirectoryServices.DirectoryEntry.CommitChanges()"
                + SET_PASSWORD
                + PLUGINS
                + "WindowsUserManager.CreateUserInGroup(String userName, SecureString password,"
                + " Boolean expirePassword, String[] groups)"
                + ADD_OR_UPDATE
                + ON_ENABLE;
    }

    /** G6: the firewall's service does not answer. */
    @Known(how = How.SPECIFIED, source = "extensions/troubleshoot; the manager's name is assumed")
    String firewall() {
        if (!stacks) {
            return WRAPPER + com(Win32Error.ENDPOINT_NOT_FOUND);
        }
        return WRAPPER
                + com(Win32Error.ENDPOINT_NOT_FOUND)
                + " (Exception from HRESULT: 0x800706D9)"
                + FRAME
                + "NetFwTypeLib.INetFwRules.GetEnumerator()"
                + PLUGINS
                + "RemoteDesktopManager.EnableRemoteDesktopFirewallRules()"
                + ON_ENABLE;
    }

    /** Handlers before 2.4: the built-in account could not get its name or password. */
    @Known(how = How.INFERRED, source = "the wrapper is that of later versions")
    String cannotRename(Win32Error error) {
        return WRAPPER + com(error);
    }

    private String com(Win32Error error) {
        return COM + " (" + error.hex() + "): " + os(error);
    }
}
