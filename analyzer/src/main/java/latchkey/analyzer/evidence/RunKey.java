package latchkey.analyzer.evidence;

import org.jspecify.annotations.Nullable;

/**
 * Which run of which handler something belongs to.
 *
 * @param handler publisher and type, such as {@code Microsoft.Compute.VMAccessAgent}
 * @param version null when unknown
 * @param sequence the settings file's number, null when unknown
 */
public record RunKey(String handler, @Nullable String version, @Nullable Integer sequence) {
    /** The Windows handler this product is about. */
    public static final String VMACCESS = "Microsoft.Compute.VMAccessAgent";

    public boolean isVmAccess() {
        return handler.equalsIgnoreCase(VMACCESS);
    }
}
