package latchkey.simulator.guest;

/**
 * What an installation is from its first start on.
 *
 * @param computer NetBIOS name
 * @param release which Windows
 * @param core whether it has no desktop
 * @param role what it is to a domain
 * @param tongue its display language
 * @param domain DNS name of its domain; empty in a workgroup
 */
public record GuestSpec(
        String computer, OsRelease release, boolean core, Role role, Tongue tongue, String domain) {
    /** A server with a desktop in a workgroup, in English. */
    public static GuestSpec ordinary(String computer) {
        return new GuestSpec(
                computer, OsRelease.SERVER_2022, false, Role.STANDALONE_SERVER, Tongue.ENGLISH, "");
    }
}
