package latchkey.simulator.guest;

import latchkey.simulator.wire.Keys;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** {@code Cert:\LocalMachine\My} with the keys in MachineKeys. */
public final class CertificateStore {
    private final Map<String, Keys> certificates = new LinkedHashMap<>();
    private final Set<String> withoutKey = new TreeSet<>();

    /** Imports a certificate with its key. */
    public void add(Keys keys) {
        certificates.put(keys.thumbprint(), keys);
        withoutKey.remove(keys.thumbprint());
    }

    /** The certificate with that thumbprint; its key may be unusable. */
    public Optional<Keys> find(String thumbprint) {
        return Optional.ofNullable(certificates.get(thumbprint));
    }

    /** Whether the certificate is there and its private key can be used. */
    public boolean canDecrypt(String thumbprint) {
        return certificates.containsKey(thumbprint) && !withoutKey.contains(thumbprint);
    }

    /** All, in the order they came. */
    public List<Keys> all() {
        return new ArrayList<>(certificates.values());
    }

    /** Removes a certificate. */
    public void remove(String thumbprint) {
        certificates.remove(thumbprint);
        withoutKey.remove(thumbprint);
    }

    /** The certificate stays and its private key is gone. */
    public void loseKey(String thumbprint) {
        withoutKey.add(thumbprint);
    }

    /** The private key can be used again. */
    public void regainKey(String thumbprint) {
        withoutKey.remove(thumbprint);
    }
}
