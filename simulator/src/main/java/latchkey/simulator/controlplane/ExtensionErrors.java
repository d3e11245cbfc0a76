package latchkey.simulator.controlplane;

import latchkey.simulator.controlplane.PlatformOptions.Texts;
import latchkey.simulator.wire.ExtensionStatus;
import latchkey.simulator.wire.HandlerStatus;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import org.jspecify.annotations.Nullable;

/** The asynchronous errors of extension operations, word by word. */
@Known(how = How.RECORDED, source = "VMAccess article 02/25/2025 and public reports: B1 to B5")
final class ExtensionErrors {
    private static final String MORE =
            "More information on troubleshooting is available at"
                    + " https://aka.ms/vmextensionwindowstroubleshoot";

    private final Texts texts;

    ExtensionErrors(Texts texts) {
        this.texts = texts;
    }

    /** B1: the guest's own words, wrapped. */
    ArmError failed(Extension extension, ExtensionStatus status) {
        String message =
                switch (texts) {
                    case CURRENT ->
                            "VM has reported a failure when processing extension '%s' (publisher '%s' and type '%s'). Error message: '%s'. %s."
                                    .formatted(
                                            extension.name(),
                                            extension.wish().publisher(),
                                            extension.wish().type(),
                                            status.message(),
                                            MORE);
                    case OLDER ->
                            "VM has reported a failure when processing extension '%s'. Error message: \"%s\"\r\n\r\n%s"
                                    .formatted(extension.name(), status.message(), MORE);
                };
        return ArmError.of("VMExtensionProvisioningError", message);
    }

    /** B2 and B2a: too long, with what was heard last. */
    ArmError timedOut(Extension extension, @Nullable ExtensionStatus last) {
        String begin =
                "Provisioning of VM extension "
                        + extension.name()
                        + " has timed out. Extension provisioning has taken too long to complete."
                        + " The extension ";
        String end =
                last == null
                        ? "did not report a message."
                        : "last reported \"" + last.message() + "\".\r\n\r\n" + MORE;
        return ArmError.of("VMExtensionProvisioningTimeout", begin + end);
    }

    /** B3: nobody is heard. */
    static ArmError silent(VirtualMachine machine) {
        return ArmError.of(
                "VMAgentStatusCommunicationError",
                "VM '"
                        + machine.name()
                        + "' has not reported status for VM agent or extensions. Verify that the OS"
                        + " is up and healthy, the VM has a running VM agent, and that it can"
                        + " establish outbound connections to Azure storage. Please refer to"
                        + " https://aka.ms/vmextensionwindowstroubleshoot for additional VM agent"
                        + " troubleshooting information.");
    }

    /** B4 and B4a: the agent could not bring the handler up. */
    ArmError handlerFailed(Extension extension, HandlerStatus status) {
        String step = status.code() == 1009 ? "Enable" : "Install";
        String message =
                switch (texts) {
                    case CURRENT ->
                            "The handler for VM extension type '%s' has reported terminal failure for VM extension '%s' with error message: '%s'.\r\n    \r\n'%s handler failed for the extension. %s'"
                                    .formatted(
                                            extension.handler(),
                                            extension.name(),
                                            status.message(),
                                            step,
                                            MORE);
                    case OLDER ->
                            "Handler '%s' has reported failure for VM Extension '%s' with terminal error code '%s' and error message: '%s'"
                                    .formatted(
                                            extension.handler(),
                                            extension.name(),
                                            status.code(),
                                            status.message());
                };
        return ArmError.of("VMExtensionHandlerNonTransientError", message);
    }

    /** B5: more than one. */
    static ArmError several(ArmError first) {
        return ArmError.of(
                first.code(),
                "Multiple VM extensions failed to be provisioned on the VM. Please see the VM"
                    + " extension instance view for other failures. The first extension failed due"
                    + " to the error: "
                        + first.message());
    }

    static ArmError internal(Extension extension) {
        return ArmError.of(
                "VMExtensionManagementInternalError",
                "Internal error occurred while processing VM extension '"
                        + extension.name()
                        + "'.");
    }

    static ArmError repositoryDown() {
        return ArmError.of(
                "VMArtifactRepositoryInternalError",
                "An error occurred while communicating with the artifact repository to retrieve VM"
                        + " artifact details.");
    }
}
