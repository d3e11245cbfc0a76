package latchkey.analyzer.format;

import java.util.List;

/** All formats that are read whole. */
final class DocumentFormats {
    private static final List<Format> ALL =
            List.of(
                    new EvtxBinary(),
                    new HandlerStatus(),
                    new HandlerDocument.Reading(HandlerDocument.SETTINGS),
                    new HandlerDocument.Reading(HandlerDocument.ENVIRONMENT),
                    new HandlerDocument.Reading(HandlerDocument.MANIFEST),
                    new HandlerDocument.Reading(HandlerDocument.HEARTBEAT),
                    new AggregateStatus(),
                    new ActivityLog(),
                    new InstanceView(),
                    new ArmExtension(),
                    new ArmError(),
                    new RegistryJson(),
                    new RegExport.Reading(RegExport.HANDLER_STATE),
                    new RegExport.Reading(RegExport.REGISTRY),
                    new VmHealthReport(),
                    new PowerShellView.Reading(PowerShellView.VM_STATUS),
                    new PowerShellView.Reading(PowerShellView.EXTENSION),
                    new AgentInstallerXml(),
                    new EventXml(),
                    new EventText(),
                    new EventCsv(),
                    new ExtensionsConfig(),
                    new VmAssistHtml(),
                    new ClientError(),
                    new RdpClientMessage(),
                    new GenericJson());

    private DocumentFormats() {}

    static List<Format> all() {
        return ALL;
    }
}
