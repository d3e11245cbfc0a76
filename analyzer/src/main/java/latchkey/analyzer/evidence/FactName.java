package latchkey.analyzer.evidence;

/** The machine facts that readers report and rules may ask for. Values are plain words. */
public final class FactName {
    /** Name of the guest or of the VM resource. */
    public static final String COMPUTER_NAME = "computer-name";

    public static final String VM_NAME = "vm-name";
    public static final String RESOURCE_GROUP = "resource-group";
    public static final String REGION = "region";
    public static final String SUBSCRIPTION = "subscription";

    /** Windows or Linux. */
    public static final String OS_FAMILY = "os-family";

    public static final String OS_NAME = "os-name";

    /** Such as 10.0.20348 or 6.1.7601. */
    public static final String OS_VERSION = "os-version";

    public static final String AGENT_VERSION = "agent-version";

    /** ready, not-ready. */
    public static final String AGENT_STATUS = "agent-status";

    public static final String VMACCESS_VERSION = "vmaccess-version";

    /** running, stopped, deallocated, starting. */
    public static final String POWER_STATE = "power-state";

    /**
     * StandaloneWorkstation, StandaloneServer, MemberServer, BackupDomainController,
     * PrimaryDomainController.
     */
    public static final String DOMAIN_ROLE = "domain-role";

    /** true or false. */
    public static final String RDP_ENABLED = "rdp-enabled";

    public static final String RDP_PORT = "rdp-port";

    /** denied or allowed: what the security groups decide for port 3389. */
    public static final String RDP_INBOUND = "rdp-inbound";

    /** true when the firewall blocks every inbound connection. */
    public static final String FIREWALL_BLOCKS_ALL = "firewall-blocks-all";

    /** Followed by a service name, such as service.KeyIso; value running, stopped, disabled. */
    public static final String SERVICE_PREFIX = "service.";

    /** Name of the VMAccess extension resource, such as enablevmaccess. */
    public static final String EXTENSION_NAME = "extension-name";

    /** Account that the last VMAccess settings named. */
    public static final String VMACCESS_USER = "vmaccess-user";

    /** azure or azure-stack. */
    public static final String CLOUD = "cloud";

    private FactName() {}
}
