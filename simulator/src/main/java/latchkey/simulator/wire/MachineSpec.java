package latchkey.simulator.wire;

import java.util.Map;
import java.util.UUID;

/**
 * What the platform tells a host of the machine to place.
 *
 * @param name the resource's name, which is the computer's name too unless the image says otherwise
 * @param vmId the machine's own GUID
 * @param location the region's name
 * @param generation {@code V1} or {@code V2}
 * @param architecture {@code x64} or {@code Arm64}
 * @param admin account made at the first start, with its password
 * @param image what the machine is made from
 * @param traits further properties a scenario gave, in the guest's own terms
 */
public record MachineSpec(
        String name,
        UUID vmId,
        String location,
        String generation,
        String architecture,
        Admin admin,
        Image image,
        Map<String, String> traits) {
    /** Copies the traits. */
    public MachineSpec {
        traits = Map.copyOf(traits);
    }

    /**
     * The account of the creation request.
     *
     * @param name user name
     * @param password its first password; never written anywhere
     */
    public record Admin(String name, String password) {
        @Override
        public String toString() {
            return "Admin[" + name + "]";
        }
    }

    /** Publisher, offer and plan of a marketplace image. */
    public record Image(String publisher, String offer, String sku) {}
}
