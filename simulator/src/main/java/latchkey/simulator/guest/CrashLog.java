package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** What the Application log says of a program on .NET that ended by an exception. */
@Known(how = How.RECORDED, source = "event 1026 text of the guest agent's troubleshooting page")
public final class CrashLog {
    private final Guest guest;

    CrashLog(Guest guest) {
        this.guest = guest;
    }

    /**
     * Writes 1026 and 1000.
     *
     * @param program file name, such as WindowsAzureGuestAgent.exe
     * @param version its file version
     * @param exception exception and stack from "Exception Info: " on
     */
    public void crashed(String program, String version, String exception) {
        String text =
                "Application: "
                        + program
                        + "\r\nFramework Version: v4.0.30319\r\nDescription: The process was"
                        + " terminated due to an unhandled exception.\r\n"
                        + exception;
        guest.events()
                .write(
                        new EventLogs.Source("Application", ".NET Runtime", 1026, "Error"),
                        text,
                        "param1",
                        text);
        guest.events()
                .write(
                        new EventLogs.Source("Application", "Application Error", 1000, "Error"),
                        "Faulting application name: "
                                + program
                                + ", version: "
                                + version
                                + ", time stamp: 0x5f3e1a2b\r\nFaulting module name:"
                                + " KERNELBASE.dll, version: "
                                + guest.spec().release().version()
                                + ", time stamp: 0x2a6ce5b1\r\nException code: 0xe0434352\r\n"
                                + "Fault offset: 0x0000000000041b39",
                        "param1",
                        program,
                        "param2",
                        version,
                        "param3",
                        "e0434352");
    }
}
