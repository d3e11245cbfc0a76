package latchkey.simulator.agent;

import latchkey.simulator.wire.WireResponse;

/** What a request brought. */
sealed interface Answer {
    /** A success. */
    record Got(WireResponse response) implements Answer {}

    /** A refusal, or nothing. */
    record Failed(Failure failure, int status) implements Answer {}
}
