package latchkey.simulator.controlplane;

import latchkey.simulator.controlplane.PlatformOptions.Catalogue;
import latchkey.simulator.wire.PlatformConditions.Trouble;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Optional;
import java.util.regex.Pattern;

/** What refuses an extension request at once: A1 to A14 and the conflicts, in this order. */
@Known(how = How.RECORDED, source = "texts of public reports; the order is a decision of ours")
final class ExtensionChecks {
    private static final Pattern VERSION = Pattern.compile("\\d{1,9}\\.\\d{1,9}");

    private final Platform platform;

    ExtensionChecks(Platform platform) {
        this.platform = platform;
    }

    /**
     * A wish that may be fulfilled.
     *
     * @param version the one it resolves to
     */
    record Allowed(String version) {}

    Allowed put(VirtualMachine machine, String name, ExtensionWish wish) throws Refusal {
        checkVersion(wish);
        checkAllowed(machine);
        Optional<Extension> existing = machine.extension(name);
        if (existing.isPresent()) {
            checkUnchanged(existing.get(), wish);
        }
        checkAlone(machine, name, wish);
        String version = resolve(machine.name(), wish);
        checkRunning(machine);
        if (existing.isPresent() && existing.get().isMarkedForDeletion()) {
            throw conflict(
                    "Operation 'Update VM extension' is not allowed on VM extension '%s' since it is marked for deletion. You can only retry the Delete operation (or wait for an ongoing one to complete)."
                            .formatted(existing.get().name()));
        }
        checkFree(machine);
        checkNeighbours(machine, name);
        return new Allowed(version);
    }

    void delete(VirtualMachine machine) throws Refusal {
        checkAllowed(machine);
        checkRunning(machine);
        checkFree(machine);
    }

    private static void checkAllowed(VirtualMachine machine) throws Refusal {
        if (!machine.allowsExtensions()) {
            throw conflict(
                    "This operation cannot be performed when extension operations are disallowed."
                            + " To allow, please ensure VM Agent is installed on the VM and the"
                            + " osProfile.allowExtensionOperations property is true.");
        }
    }

    private static void checkUnchanged(Extension existing, ExtensionWish wish) throws Refusal {
        String changed =
                !existing.wish().publisher().equalsIgnoreCase(wish.publisher())
                        ? "publisher"
                        : !existing.wish().type().equalsIgnoreCase(wish.type()) ? "type" : "";
        if (!changed.isEmpty()) {
            throw new Refusal(
                    409,
                    ArmError.of(
                                    "PropertyChangeNotAllowed",
                                    "Changing property '" + changed + "' is not allowed.")
                            .about(changed));
        }
    }

    private void checkAlone(VirtualMachine machine, String name, ExtensionWish wish)
            throws Refusal {
        for (Extension other : machine.extensions()) {
            if (!other.isOf(wish.handler()) || other.name().equalsIgnoreCase(name)) {
                continue;
            }
            if (machine.isWindows()) {
                throw multiple(other.name(), other.handler());
            }
            if (!other.wish().requested().equals(wish.requested())
                    || other.wish().autoUpgrade() != wish.autoUpgrade()) {
                throw conflict(
                        "Cannot update handlerVersion or autoUpgradeMinorVersion for VM extension '%s'. Change is in conflict with other extensions under handler '%s', with typeHandler version '%s' and autoUpgradeMinorVersion '%s'."
                                .formatted(
                                        name,
                                        other.handler(),
                                        other.wish().requested(),
                                        other.wish().autoUpgrade() ? "True" : "False"));
            }
        }
    }

    @Known(
            how = How.RECORDED,
            source = "public report of Azure Stack Hub, errors.md 3.6; status assumed")
    private static Refusal unresolved(String machine) {
        return new Refusal(
                409,
                "VMExtensionProvisioningError",
                "One or more VM extension handlers failed to resolve for VM '%s'. Please check individual extension status for more details."
                        .formatted(machine));
    }

    /** A2. */
    static Refusal multiple(String name, String handler) {
        return new Refusal(
                400,
                ArmError.of(
                                "BadRequest",
                                "Multiple VMExtensions per handler not supported for OS type 'Windows'. VMExtension '%s' with handler '%s' already added or specified in input."
                                        .formatted(name, handler))
                        .inner("MultipleExtensionsPerHandlerNotAllowed"));
    }

    /** The version of a well-formed wish. */
    String resolved(String of, ExtensionWish wish) throws Refusal {
        checkVersion(wish);
        return resolve(of, wish);
    }

    private static void checkVersion(ExtensionWish wish) throws Refusal {
        if (!VERSION.matcher(wish.requested()).matches()) {
            throw new Refusal(
                    400,
                    ArmError.of(
                                    "InvalidParameter",
                                    "The value of parameter typeHandlerVersion is invalid.")
                            .about("typeHandlerVersion"));
        }
    }

    /** A3 and A4; a stamp says less. */
    private String resolve(String machine, ExtensionWish wish) throws Refusal {
        Catalogue catalogue = platform.options().rules().catalogue();
        boolean stamp = catalogue == Catalogue.HUB || catalogue == Catalogue.HUB_WITHOUT_VMACCESS;
        if (stamp && platform.catalogue().find(wish.publisher(), wish.type()).isEmpty()) {
            throw unresolved(machine);
        }
        ExtensionCatalogue.Image image =
                platform.catalogue()
                        .find(wish.publisher(), wish.type())
                        .orElseThrow(
                                () ->
                                        new Refusal(
                                                404,
                                                "ArtifactNotFound",
                                                "The VM extension with publisher '%s' and type '%s' could not be found."
                                                        .formatted(wish.publisher(), wish.type())));
        return platform.catalogue()
                .resolve(image, wish.requested(), wish.autoUpgrade())
                .orElseThrow(
                        () ->
                                new Refusal(
                                        404,
                                        "ArtifactVersionNotFound",
                                        "No version found in the artifact repository that satisfies the requested version '%s' for VM extension with publisher '%s' and type '%s'."
                                                .formatted(
                                                        wish.requested(),
                                                        wish.publisher(),
                                                        wish.type())));
    }

    private static void checkRunning(VirtualMachine machine) throws Refusal {
        if (!machine.isRunning()) {
            throw new Refusal(
                    409,
                    ArmError.of(
                                    "OperationNotAllowed",
                                    "Cannot modify extensions in the VM when the VM is not"
                                            + " running.")
                            .inner("CannotModifyExtensionsWhenVMNotRunning"));
        }
    }

    /** A13: an operation on the whole machine gives way to nobody. */
    static void checkFree(VirtualMachine machine) throws Refusal {
        if (machine.isBusy()) {
            throw new Refusal(
                    409,
                    "Conflict",
                    "The request failed due to conflict with a concurrent request. To resolve it,"
                        + " please refer to https://aka.ms/activitylog to get more details on the"
                        + " conflicting requests.");
        }
    }

    private void checkNeighbours(VirtualMachine machine, String name) throws Refusal {
        boolean blocks = platform.options().rules().failedBlocks();
        for (Extension other : machine.extensions()) {
            if (blocks
                    && other.state() == Extension.State.FAILED
                    && !other.name().equalsIgnoreCase(name)) {
                throw conflict(
                        "Operation 'Update VM extension' is not allowed on VM '%s' since VM has extension '%s' in failed state."
                                .formatted(machine.name(), other.name()));
            }
        }
        if (machine.isGeneralized()
                || platform.conditions().holds(Trouble.GENERALIZED, machine.name())) {
            throw conflict(
                    "Operation 'Update VM extension' is not allowed on VM '%s' since the VM is generalized."
                            .formatted(machine.name()));
        }
    }

    static Refusal conflict(String message) {
        return new Refusal(409, "OperationNotAllowed", message);
    }
}
