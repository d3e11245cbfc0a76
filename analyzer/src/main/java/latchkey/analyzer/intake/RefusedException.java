package latchkey.analyzer.intake;

import java.io.IOException;

/**
 * A limit was hit or an archive is not to be trusted; the message is one sentence for the report.
 */
public final class RefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    public RefusedException(String because) {
        super(because);
    }
}
