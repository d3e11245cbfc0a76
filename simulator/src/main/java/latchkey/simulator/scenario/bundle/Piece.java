package latchkey.simulator.scenario.bundle;

import java.util.Locale;

/**
 * One file of what is left.
 *
 * @param path folders with {@code /}
 * @param kind what it is, which decides what damage and dialects apply to it
 * @param ink its content
 */
public record Piece(String path, Kind kind, Ink ink) {
    /** What a file is. */
    public enum Kind {
        /** A log of the agent with a header in every record. */
        AGENT_LOG,
        /** Another log or text a program in the guest wrote. */
        GUEST_TEXT,
        /** JSON or XML that a program in the guest wrote. */
        GUEST_DOCUMENT,
        /** An event log, exported. */
        EVENTS,
        /** A registry export. */
        REGISTRY,
        /** What the control plane answered. */
        VIEW,
        /** What a person saw at a client. */
        WITNESS,
        /** An archive. */
        ARCHIVE
    }

    /** The same under another path. */
    public Piece at(String other) {
        return new Piece(other, kind, ink);
    }

    /** The same with other content. */
    public Piece with(Ink other) {
        return new Piece(path, kind, other);
    }

    /** The last part of the path. */
    public String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** Whether the name ends so, letter case aside. */
    public boolean endsWith(String end) {
        return path.toLowerCase(Locale.ROOT).endsWith(end.toLowerCase(Locale.ROOT));
    }

    /** Whether it comes from inside the machine. */
    public boolean isFromGuest() {
        return kind == Kind.AGENT_LOG || kind == Kind.GUEST_TEXT || kind == Kind.GUEST_DOCUMENT;
    }
}
