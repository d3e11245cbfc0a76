package latchkey.simulator.fault;

import latchkey.simulator.guest.CertificateStore;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.wire.Keys;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.List;

/** The certificates and keys that protected settings need. */
final class CertificateFaults {
    private static final String ISSUER = "Windows Azure CRP Certificate Generator";
    private static final String CRYPTO = "C:\\ProgramData\\Microsoft\\Crypto";

    @Known(how = How.SPECIFIED, source = "extension certificates: deleted from LocalMachine\\My")
    static final Fault MISSING =
            Fault.of(
                    "settings-certificate-missing",
                    "The certificate of protected settings was deleted from the machine's store",
                    (site, values) -> delete(site.guest().certificates()));

    @Known(how = How.SPECIFIED, source = "extension certificates: after a clone or restore")
    static final Fault OTHER =
            Fault.of(
                    "settings-certificate-other",
                    "The machine's store holds the certificate of another machine instead",
                    CertificateFaults::exchange);

    @Known(how = How.SPECIFIED, source = "extension certificates: Keyset does not exist")
    static final Fault KEY_UNUSABLE =
            Fault.of(
                    "settings-key-unusable",
                    "The private key of the settings certificate cannot be used",
                    (site, values) -> loseKeys(site.guest().certificates()));

    @Known(
            how = How.SPECIFIED,
            source = "agent troubleshooting: error 86, rights on Crypto folders")
    static final Fault MACHINE_KEYS_ACL =
            Fault.of(
                    "machine-keys-acl",
                    "SYSTEM has no rights on the folders of machine keys",
                    CertificateFaults::harden,
                    Parameter.flag(
                            "generation",
                            "false",
                            "whether the agent's own certificate has to be made anew too"));

    static final List<Fault> ALL = List.of(MISSING, OTHER, KEY_UNUSABLE, MACHINE_KEYS_ACL);

    private CertificateFaults() {}

    private static List<Keys> settings(CertificateStore store) {
        return store.all().stream().filter(CertificateFaults::isForSettings).toList();
    }

    private static boolean isForSettings(Keys keys) {
        return keys.certificate().getIssuerX500Principal().getName().contains(ISSUER);
    }

    private static Runnable delete(CertificateStore store) {
        List<Keys> former = settings(store);
        former.forEach(keys -> store.remove(keys.thumbprint()));
        return () -> former.forEach(store::add);
    }

    private static Runnable exchange(Site site, Values values) {
        CertificateStore store = site.guest().certificates();
        Keys foreign =
                Keys.make(
                        "DC=" + ISSUER,
                        "DC=" + ISSUER,
                        site.guest().clock(),
                        site.world().dice("fault/certificate/" + site.vm()));
        Runnable undo = delete(store);
        store.add(foreign);
        return () -> {
            store.remove(foreign.thumbprint());
            undo.run();
        };
    }

    private static Runnable loseKeys(CertificateStore store) {
        List<Keys> all = settings(store);
        all.forEach(keys -> store.loseKey(keys.thumbprint()));
        return () -> all.forEach(keys -> store.regainKey(keys.thumbprint()));
    }

    private static Runnable harden(Site site, Values values) {
        Guest guest = site.guest();
        if (values.is("generation")) {
            List<Keys> own =
                    guest.certificates().all().stream()
                            .filter(keys -> !isForSettings(keys))
                            .toList();
            own.forEach(keys -> guest.certificates().loseKey(keys.thumbprint()));
            Runnable undo = SystemFaults.deny(guest, CRYPTO);
            return () -> {
                undo.run();
                own.forEach(keys -> guest.certificates().regainKey(keys.thumbprint()));
            };
        }
        return SystemFaults.deny(guest, CRYPTO);
    }
}
