package latchkey.simulator.guest;

/**
 * One attempt as the Security log names it.
 *
 * @param name account name as it was given
 * @param domain domain or computer name as it was given
 * @param workstation NetBIOS name of the client
 * @param source its address
 * @param type 3 network, 10 remote interactive
 * @param session number of the session; 0 when none began
 */
record LogonAttempt(
        String name, String domain, String workstation, String source, int type, int session) {
    /** Checked before a session is made, as network level authentication does. */
    static final int NETWORK = 3;

    /** Checked at the sign-in screen inside a session. */
    static final int REMOTE_INTERACTIVE = 10;
}
