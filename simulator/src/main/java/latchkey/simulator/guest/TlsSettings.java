package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** Which versions of TLS the machine speaks, as its registry says. */
@Known(how = How.SPECIFIED, source = "Schannel registry settings; .NET TLS best practices")
public final class TlsSettings {
    /** Key of the versions Schannel speaks. */
    public static final String PROTOCOLS =
            "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL"
                    + "\\Protocols";

    /** Key of what programs on .NET 4 speak. */
    public static final String DOT_NET =
            "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\.NETFramework\\v4.0.30319";

    /** Key of the policy that allows only approved algorithms. */
    public static final String FIPS =
            "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Lsa\\FipsAlgorithmPolicy";

    private static final String CLIENT = PROTOCOLS + "\\TLS 1.2\\Client";
    private static final String SERVER = PROTOCOLS + "\\TLS 1.2\\Server";
    private static final String ENABLED = "Enabled";
    private static final String STRONG = "SchUseStrongCrypto";

    private final Registry registry;

    TlsSettings(Registry registry) {
        this.registry = registry;
    }

    /** Whether programs of the machine can call others with TLS 1.2. */
    public boolean clientsSpeakTls12() {
        return registry.number(CLIENT, ENABLED, 1) != 0;
    }

    /** Whether programs on .NET, such as the guest agent, can call others with TLS 1.2. */
    public boolean dotNetSpeaksTls12() {
        return clientsSpeakTls12() && registry.number(DOT_NET, STRONG, 1) != 0;
    }

    /** Whether services of the machine, such as the Remote Desktop listener, answer TLS 1.2. */
    public boolean serversSpeakTls12() {
        return registry.number(SERVER, ENABLED, 1) != 0;
    }

    /** Forbids TLS 1.2 to programs that call others. */
    public void disableForClients() {
        registry.set(CLIENT, ENABLED, 0);
        registry.set(CLIENT, "DisabledByDefault", 1);
    }

    /** Forbids TLS 1.2 to services that are called. */
    public void disableForServers() {
        registry.set(SERVER, ENABLED, 0);
        registry.set(SERVER, "DisabledByDefault", 1);
    }

    /** Lets programs on .NET use their old versions. */
    public void weakenDotNet() {
        registry.set(DOT_NET, STRONG, 0);
    }

    /** Allows and prefers TLS 1.2 everywhere. */
    public void restore() {
        registry.set(CLIENT, ENABLED, 1);
        registry.set(CLIENT, "DisabledByDefault", 0);
        registry.set(SERVER, ENABLED, 1);
        registry.set(SERVER, "DisabledByDefault", 0);
        registry.set(DOT_NET, STRONG, 1);
    }
}
