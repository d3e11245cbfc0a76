package latchkey.simulator.agent;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.SystemTexts;
import latchkey.simulator.guest.Win32Error;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/**
 * A step of a handler's life that failed.
 *
 * @param code the agent's code of the step
 * @param step the step's word, such as Install
 * @param text what went wrong, as statuses show it
 * @param exception the same as logs show it, with a stack
 */
@Known(
        how = How.SPECIFIED,
        source = "WALinuxAgent ExtensionErrorCodes; 1007 and 1009 in Windows logs")
record StepFailure(int code, String step, String text, String exception) {
    static final int MANIFEST_DOWNLOAD = 1001;
    static final int MANIFEST_NOT_FOUND = 1002;
    static final int MANIFEST_INVALID = 1003;
    static final int PACKAGE_DOWNLOAD = 1004;
    static final int EXTRACTION = 1005;
    static final int INSTALL = 1007;
    static final int UPDATE = 1008;
    static final int ENABLE = 1009;
    static final int DISABLE = 1010;
    static final int TIMED_OUT = 1011;
    static final int STATUS_INVALID = 1012;

    @Known(how = How.RECORDED, source = "paste of 2017, terraform-provider-azurerm issue 391")
    private static final String INVOKE =
            "\r\n   at Microsoft.WindowsAzure.GuestAgent.ContainerStateMachine.HandlerStateMachine"
                    + ".InvokeCommand(String command, PluginArtifacts pluginArtifact, String"
                    + " pluginVersion, String pluginFolder, String pluginLogFolder, Int32"
                    + " processWaitTimeout, PluginEventType startType, PluginEventType endType,"
                    + " CancellationToken ct)";

    /** A command that did not end well. */
    static StepFailure of(int code, String step, String text) {
        return new StepFailure(code, step, text, "System.Exception: " + text + INVOKE);
    }

    /** A file or folder that could not be written. */
    @Known(how = How.INFERRED, source = ".NET texts for files; none of an agent is public")
    static StepFailure refusedFile(Guest guest, Win32Error error, String path) {
        String text =
                error == Win32Error.ACCESS_DENIED
                        ? "Access to the path '" + path + "' is denied."
                        : SystemTexts.of(error, guest.spec().tongue());
        String type =
                error == Win32Error.ACCESS_DENIED
                        ? "System.UnauthorizedAccessException"
                        : "System.IO.IOException";
        return new StepFailure(
                EXTRACTION,
                "Install",
                text,
                type
                        + ": "
                        + text
                        + "\r\n   at System.IO.__Error.WinIOError(Int32 errorCode, String"
                        + " maybeFullPath)");
    }
}
