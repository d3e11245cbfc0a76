package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;

/** {@code Cert:\LocalMachine\Root}: the authorities the machine trusts. */
public final class TrustStore {
    /** The root of the certificates of Azure services. */
    @Known(how = How.SPECIFIED, source = "Azure certificate authority details")
    public static final String AZURE = "DigiCert Global Root G2";

    private final Set<String> roots =
            new TreeSet<>(
                    Set.of(
                            AZURE,
                            "DigiCert Global Root CA",
                            "Microsoft RSA Root Certificate Authority 2017"));

    TrustStore() {}

    /** Names of the trusted authorities, in order. */
    public Set<String> all() {
        return Collections.unmodifiableSet(roots);
    }

    /** Whether certificates of Azure services are trusted. */
    public boolean trustsAzure() {
        return roots.contains(AZURE);
    }

    /** Imports an authority. */
    public void add(String root) {
        roots.add(root);
    }

    /** Removes an authority. */
    public void remove(String root) {
        roots.remove(root);
    }
}
