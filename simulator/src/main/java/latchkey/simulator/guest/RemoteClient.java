package latchkey.simulator.guest;

/**
 * A Remote Desktop client somewhere, and how it is set.
 *
 * @param source its public address
 * @param workstation its NetBIOS name
 * @param homeDomain domain that it puts before a bare user name; empty when it puts none
 * @param tongue language of its messages
 * @param port TCP port it calls
 * @param credSspPatched whether it has the CredSSP update of 2018
 * @param allowsOldOracle whether its policy still allows servers without that update
 * @param administrative whether it asks for an administrative session
 */
public record RemoteClient(
        String source,
        String workstation,
        String homeDomain,
        Tongue tongue,
        int port,
        boolean credSspPatched,
        boolean allowsOldOracle,
        boolean administrative) {
    /** The address of the people of a story, which a careful security rule admits. */
    public static final String OWN_ADDRESS = "203.0.113.20";

    private static final int ORDINARY_PORT = 3389;

    /** An up-to-date client of the people of a story. */
    public static RemoteClient ordinary(Tongue tongue) {
        return new RemoteClient(
                OWN_ADDRESS, "LAPTOP-7Q2", "", tongue, ORDINARY_PORT, true, false, false);
    }

    /** The same client on a machine of another domain. */
    public RemoteClient atHomeIn(String domain) {
        return new RemoteClient(
                source,
                workstation,
                domain,
                tongue,
                port,
                credSspPatched,
                allowsOldOracle,
                administrative);
    }

    /** The same client calling another port. */
    public RemoteClient calling(int other) {
        return new RemoteClient(
                source,
                workstation,
                homeDomain,
                tongue,
                other,
                credSspPatched,
                allowsOldOracle,
                administrative);
    }

    /** The same client with or without the update, and with that policy. */
    public RemoteClient withCredSsp(boolean patched, boolean oldOracle) {
        return new RemoteClient(
                source, workstation, homeDomain, tongue, port, patched, oldOracle, administrative);
    }

    /** The same client as {@code mstsc /admin}. */
    public RemoteClient asAdministrative() {
        return new RemoteClient(
                source,
                workstation,
                homeDomain,
                tongue,
                port,
                credSspPatched,
                allowsOldOracle,
                true);
    }
}
