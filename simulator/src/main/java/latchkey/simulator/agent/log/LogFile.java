package latchkey.simulator.agent.log;

import java.io.IOException;
import java.io.OutputStream;

/** A file that is written only when somebody takes it. */
public interface LogFile {
    /** Where it lies in the guest, such as {@code C:\WindowsAzure\Logs\WaAppAgent.log}. */
    String path();

    /**
     * Writes its bytes. Equal worlds and options give equal bytes; taking it changes nothing.
     *
     * @throws IOException when the stream refuses
     */
    void writeTo(OutputStream out, LogOptions options) throws IOException;
}
