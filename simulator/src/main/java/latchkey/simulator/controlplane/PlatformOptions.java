package latchkey.simulator.controlplane;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The platform's knobs: what differs between stamps, years and tests.
 *
 * @param place whose platform it is and where
 * @param timing its limits
 * @param rules what it does where the real one is not known for sure
 */
public record PlatformOptions(Place place, Timing timing, Rules rules) {
    /**
     * Whose platform it is and where.
     *
     * @param tenantId the directory
     * @param subscriptionId the first subscription
     * @param resourceGroup the group that is there from the start
     * @param region where it lies
     * @param regions all regions, that one included
     */
    public record Place(
            String tenantId,
            String subscriptionId,
            String resourceGroup,
            String region,
            List<String> regions) {
        /** Copies the regions. */
        public Place {
            regions = List.copyOf(regions);
        }
    }

    /**
     * Limits of the platform.
     *
     * @param retryAfter what clients are told to wait; none as in recordings
     * @param agent silence of an agent after which an operation fails
     * @param extension an ordinary extension's limit
     * @param script limit of script handlers and Run Command
     * @param provisioning an operating system's first start
     * @param start any other start
     * @param pollStep how far one poll of an unfinished operation may move a standing clock; nought
     *     when time moves by itself
     * @param stale age from which a status no longer counts
     */
    public record Timing(
            Optional<Duration> retryAfter,
            Duration agent,
            Duration extension,
            Duration script,
            Duration provisioning,
            Duration start,
            Duration pollStep,
            Duration stale) {}

    /**
     * What it does where the real one is not known for sure.
     *
     * @param catalogue which extension images are there
     * @param exactMinor whether the requested minor version itself must be published
     * @param texts generation of the error texts
     * @param failedBlocks whether a failed extension blocks the others
     * @param samePut when an unchanged PUT makes the guest work
     */
    public record Rules(
            Catalogue catalogue,
            boolean exactMinor,
            Texts texts,
            boolean failedBlocks,
            SamePut samePut) {}

    /** Which extension images a platform offers. */
    public enum Catalogue {
        /** All that were ever seen. */
        PUBLIC,
        /** VMAccess before 2.4 was withdrawn. */
        WITHDRAWN,
        /** An Azure Stack Hub stamp with what its operator usually downloads. */
        HUB,
        /** A stamp whose operator has not downloaded VMAccess. */
        HUB_WITHOUT_VMACCESS
    }

    /** Generation of the error texts. */
    public enum Texts {
        CURRENT,
        OLDER
    }

    /** When an unchanged PUT makes the guest work. */
    public enum SamePut {
        /** When it carries protected settings, or anything changed. */
        WHEN_PROTECTED,
        ALWAYS,
        NEVER
    }

    /** Every knob at its default. */
    @Known(
            how = How.INFERRED,
            source = "simulator.md section 8; limits of states-billing and one real operation")
    public static PlatformOptions ordinary() {
        return new PlatformOptions(
                new Place(
                        "72f988bf-0000-4000-8000-000000000001",
                        "11111111-2222-4333-8444-555555555555",
                        "rg1",
                        "eastus",
                        List.of("eastus", "westus", "westeurope")),
                new Timing(
                        Optional.of(Duration.ofSeconds(1)),
                        Duration.ofMinutes(25),
                        Duration.ofMinutes(20),
                        Duration.ofMinutes(90),
                        Duration.ofMinutes(40),
                        Duration.ofMinutes(20),
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(10)),
                new Rules(Catalogue.PUBLIC, true, Texts.CURRENT, false, SamePut.WHEN_PROTECTED));
    }

    /** The same with other rules. */
    public PlatformOptions with(Rules other) {
        return new PlatformOptions(place, timing, other);
    }

    /** The same with other limits. */
    public PlatformOptions with(Timing other) {
        return new PlatformOptions(place, other, rules);
    }

    /** The same in another place. */
    public PlatformOptions with(Place other) {
        return new PlatformOptions(other, timing, rules);
    }

    /**
     * The same with one knob of the specification's index turned.
     *
     * @param knob its name, such as {@code extTimeout}
     * @param value a number, an ISO-8601 duration, true or false, or a word in any letter case
     * @throws IllegalArgumentException when there is no such knob or it cannot be turned there
     */
    public PlatformOptions with(String knob, String value) {
        return Knobs.turn(this, knob, value);
    }
}
