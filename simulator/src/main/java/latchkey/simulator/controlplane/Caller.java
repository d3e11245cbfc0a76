package latchkey.simulator.controlplane;

/**
 * Who makes a request.
 *
 * @param name client id, or a person's sign-in name
 * @param objectId in the directory
 * @param role what it may do
 */
record Caller(String name, String objectId, Role role) {
    /** Somebody inside the process, who needs no token. */
    static final Caller INSIDE =
            new Caller("operator", "00000000-0000-4000-8000-000000000000", Role.OWNER);
}
