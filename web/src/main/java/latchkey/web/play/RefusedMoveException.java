package latchkey.web.play;

import java.io.Serial;

/** What a person asked of a world cannot be done; the message says why, for people. */
public final class RefusedMoveException extends Exception {
    @Serial private static final long serialVersionUID = 1;

    private final String sentence;

    RefusedMoveException(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    /** Why not, for people. */
    public String sentence() {
        return sentence;
    }
}
