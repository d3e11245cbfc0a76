package latchkey.simulator.guest.export;

import latchkey.simulator.guest.WindowsEvent;

import java.io.IOException;

/** One form of export. */
interface EventWriter {
    /** What stands before all records. */
    void begin() throws IOException;

    /** One record. */
    void record(WindowsEvent event) throws IOException;

    /** What stands behind all records. */
    void end() throws IOException;
}
