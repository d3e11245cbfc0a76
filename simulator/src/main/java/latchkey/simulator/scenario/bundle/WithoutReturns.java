package latchkey.simulator.scenario.bundle;

import java.io.IOException;
import java.io.OutputStream;

/** Makes a line feed of a return with a line feed; a return alone stays. */
final class WithoutReturns extends OutputStream {
    private final OutputStream out;
    private boolean pending;

    WithoutReturns(OutputStream out) {
        this.out = out;
    }

    @Override
    public void write(int octet) throws IOException {
        if (pending && octet != '\n') {
            out.write('\r');
        }
        pending = octet == '\r';
        if (!pending) {
            out.write(octet);
        }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        for (int i = offset; i < offset + length; i++) {
            write(bytes[i]);
        }
    }

    void finish() throws IOException {
        if (pending) {
            out.write('\r');
        }
    }
}
