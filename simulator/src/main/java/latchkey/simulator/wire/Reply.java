package latchkey.simulator.wire;

/** What a program in a machine sees of a request it sent. */
public sealed interface Reply {
    /** Somebody answered. It need not be the one who was asked. */
    record Answered(WireResponse response) implements Reply {}

    /** The connection was refused at once. */
    record Refused() implements Reply {}

    /** Nothing came back until the program's own limit. */
    record TimedOut() implements Reply {}

    /** There was no way to send it: no address, no route, no name. */
    record Unreachable(String because) implements Reply {}

    /**
     * The secure channel could not be made.
     *
     * @param because the words of the program's own library
     */
    record NotTrusted(String because) implements Reply {}
}
