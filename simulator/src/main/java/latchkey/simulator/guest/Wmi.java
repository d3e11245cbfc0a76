package latchkey.simulator.guest;

/** Windows Management Instrumentation as far as installers use it. */
public final class Wmi {
    private boolean registryProviderWorks = true;

    Wmi() {}

    /** Whether StdRegProv answers. */
    public boolean registryProviderWorks() {
        return registryProviderWorks;
    }

    /** Breaks or mends StdRegProv. */
    public void setRegistryProviderWorks(boolean on) {
        registryProviderWorks = on;
    }
}
