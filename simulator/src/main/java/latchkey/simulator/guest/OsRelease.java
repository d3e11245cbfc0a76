package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** Releases of Windows, with the numbers they give of themselves. */
@Known(
        how = How.SPECIFIED,
        source = "Windows release information pages; instance views in public reports")
public enum OsRelease {
    SERVER_2008_R2("Windows Server 2008 R2 Datacenter", "6.1.7601", true),
    SERVER_2012_R2("Windows Server 2012 R2 Datacenter", "6.3.9600", true),
    SERVER_2016("Windows Server 2016 Datacenter", "10.0.14393.7428", true),
    SERVER_2019("Windows Server 2019 Datacenter", "10.0.17763.6414", true),
    SERVER_2022("Windows Server 2022 Datacenter", "10.0.20348.2700", true),
    SERVER_2025("Windows Server 2025 Datacenter", "10.0.26100.2033", true),
    WINDOWS_10("Windows 10 Enterprise", "10.0.19045.5011", false),
    WINDOWS_11("Windows 11 Enterprise", "10.0.22631.4317", false);

    private final String title;
    private final String version;
    private final boolean server;

    OsRelease(String title, String version, boolean server) {
        this.title = title;
        this.version = version;
        this.server = server;
    }

    /** The product's name as instance views show it. */
    public String title() {
        return title;
    }

    /** Major, minor, build and, where known, revision. */
    public String version() {
        return version;
    }

    /** Whether it is a server. */
    public boolean isServer() {
        return server;
    }
}
