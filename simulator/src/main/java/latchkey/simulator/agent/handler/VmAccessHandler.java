package latchkey.simulator.agent.handler;

import latchkey.simulator.guest.DotNet;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.wire.ExtensionStatus;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;
import latchkey.simulator.world.World;

import java.time.Duration;
import java.util.Objects;

/** {@code Microsoft.Compute.VMAccessAgent}: resets accounts and Remote Desktop from inside. */
public final class VmAccessHandler implements HandlerProgram {
    /** Its full name. */
    public static final String NAME = "Microsoft.Compute.VMAccessAgent";

    private static final String SEQUENCE = "SequenceNumber";

    @Known(how = How.INFERRED, source = "a recorded reset took 36 s in all; siblings enable in 3 s")
    private static final Duration SHORTEST = Duration.ofMillis(1400);

    private static final Duration LONGEST = Duration.ofMillis(4800);

    private static final int CLR_EXCEPTION = 0xe0434352;

    private final World world;
    private final VmAccessOptions options;

    /** One that behaves by those knobs. */
    public VmAccessHandler(World world, VmAccessOptions options) {
        this.world = world;
        this.options = options;
    }

    @Override
    public Work begin(Call call) {
        if (call.command() != Command.ENABLE) {
            return new Work(call.dice().between(SHORTEST, LONGEST), () -> Exit.WELL);
        }
        if (!powerShellIsFound(call.folder().guest())) {
            return new Work(
                    Duration.ofMillis(180),
                    () -> CommandProcessor.notRecognized(call.folder().guest(), "powershell"));
        }
        if (crashes(call)) {
            return new Work(Duration.ofMillis(740), () -> new Exit(CLR_EXCEPTION, "", ""));
        }
        if (isDone(call)) {
            return new Work(Duration.ofMillis(650), () -> repeat(call));
        }
        report(call, "transitioning", 0, "Enabling VMAccess extension.");
        return new Work(call.dice().between(SHORTEST, LONGEST), () -> enable(call));
    }

    @Known(how = How.SPECIFIED, source = "extension troubleshooting: powershell not recognized")
    private static boolean powerShellIsFound(Guest guest) {
        return guest.path().finds("powershell");
    }

    /** On a damaged .NET its program ends before its first line, as the agent's does. */
    @Known(how = How.INFERRED, source = "event 1026 of the agent on a damaged machine.config")
    private static boolean crashes(Call call) {
        Guest guest = call.folder().guest();
        DotNet.Health health = guest.dotNet().health();
        boolean damaged =
                health == DotNet.Health.CONFIG_DAMAGED || health == DotNet.Health.DEBUGGING_LEFT_ON;
        if (damaged) {
            guest.crashes()
                    .crashed(
                            "JsonVMAccessExtension.exe",
                            call.folder().version(),
                            "Exception Info: System.Configuration.ConfigurationErrorsException\r\n"
                                    + "   at System.Configuration.ConfigurationSchemaErrors"
                                    + ".ThrowIfErrors(Boolean)\r\n");
        }
        return damaged;
    }

    /** Enable must be repeatable: what was done for a number is not done again. */
    @Known(
            how = How.INFERRED,
            source = "Go extension library; reset twice by VMAccess for Linux 1.5")
    private static boolean isDone(Call call) {
        HandlerFolder folder = call.folder();
        long last = folder.guest().registry().number(folder.key(), SEQUENCE, -1);
        return last == call.sequence()
                && StatusFile.read(folder, call.sequence())
                        instanceof StatusFile.Found.Says(ExtensionStatus status)
                && status.isFinal();
    }

    private Exit repeat(Call call) {
        HandlerFolder folder = call.folder();
        new HandlerLog(folder, "JsonVMAccessExtension.log")
                .info(
                        folder.guest().clock(),
                        "Sequence number "
                                + call.sequence()
                                + " was already processed. Nothing to do.");
        world.tell(
                "handler/" + folder.guest().computer(),
                "same-number-skipped",
                "handler",
                NAME,
                "sequence",
                Integer.toString(call.sequence()));
        return Exit.WELL;
    }

    private Exit enable(Call call) {
        HandlerFolder folder = call.folder();
        Guest guest = folder.guest();
        HandlerLog log = new HandlerLog(folder, "JsonVMAccessExtension.log");
        String message;
        boolean failed = false;
        try {
            HandlerSettings settings = HandlerSettings.read(folder, call.sequence());
            message = new VmAccessRun(world, folder, options, log).apply(settings);
        } catch (HandlerSettings.Unreadable e) {
            failed = true;
            message =
                    "Failed to decode, decrypt, and deserialize the protected settings string."
                            + " Error Message: "
                            + Objects.requireNonNullElse(e.getMessage(), "");
            tell(guest, "settings-unreadable", message);
        } catch (VmAccessFailure e) {
            failed = true;
            message = e.text();
            tell(guest, "reset-failed", e.because());
        }
        guest.registry().set(folder.key(), SEQUENCE, call.sequence());
        if (failed) {
            log.error(guest.clock(), message);
            report(call, "error", -1, message);
        } else {
            log.info(guest.clock(), message);
            report(call, "success", 0, message);
        }
        return Exit.WELL;
    }

    private void tell(Guest guest, String what, String because) {
        world.tell("handler/" + guest.computer(), what, "handler", NAME, "because", because);
    }

    private static void report(Call call, String status, int code, String message) {
        Guest guest = call.folder().guest();
        StatusFile.write(
                call.folder(),
                "VMAccess",
                new ExtensionStatus(
                        call.sequence(), guest.clock(), "Enable", status, code, message));
    }
}
