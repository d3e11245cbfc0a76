package latchkey.simulator.guest.chore;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** How somebody gets at a guest. */
@Known(how = How.SPECIFIED, source = "ways to repair a VM in the troubleshooting pages")
public enum WayIn {
    /** Somebody is signed in, elevated. */
    IN_GUEST,
    /** A script that the agent runs as the system account. */
    RUN_COMMAND,
    /** A cmd channel of the serial console; it asks for a local administrator's password. */
    SERIAL_CONSOLE,
    /** The disk is attached to another machine, this one being stopped. */
    OFFLINE_DISK
}
