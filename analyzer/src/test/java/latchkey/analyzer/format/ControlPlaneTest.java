package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.RunKey;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

import java.time.Instant;

/** Views of the control plane, as JSON and as consoles print them. */
final class ControlPlaneTest {
    private static final String VIEW =
            """
            {
              "computerName": "VM07", "osName": "Windows Server 2022 Datacenter", "osVersion": "10.0.20348.1",
              "vmAgent": {
                "vmAgentVersion": "2.7.41491.1193",
                "statuses": [{"code": "ProvisioningState/Unavailable", "displayStatus": "Not Ready", "message": "silent", "time": "2031-02-03T04:05:06+00:00"}],
                "extensionHandlers": [{"type": "Contoso.Widget", "typeHandlerVersion": "1.2", "status": {"code": "ProvisioningState/succeeded"}}]
              },
              "extensions": [
                {"name": "enablevmaccess", "type": "Microsoft.Compute.VMAccessAgent", "typeHandlerVersion": "2.4.11",
                 "statuses": [{"code": "ProvisioningState/failed/1", "level": "Error", "displayStatus": "Provisioning failed",
                   "message": "The quorum of widgets is not reached.", "time": "2031-02-03T04:00:00+00:00"}]},
                {"name": "w", "type": "Contoso.Widget", "typeHandlerVersion": "1.2", "statuses": [{"code": "ProvisioningState/succeeded"}]}
              ],
              "statuses": [{"code": "ProvisioningState/succeeded"}, {"code": "PowerState/deallocated", "displayStatus": "VM deallocated"}]
            }
            """;

    @Nested
    final class OfAMachine implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new InstanceView();
        }

        @Override
        public String fileName() {
            return "view.json";
        }

        @Override
        public String sample() {
            return VIEW;
        }

        @Test
        void tellsTheStateOfTheMachine() {
            assertThat(DocumentKit.read(fileName(), VIEW).factLines())
                    .contains(
                            "computer-name=VM07",
                            "os-version=10.0.20348.1",
                            "os-family=Windows",
                            "agent-version=2.7.41491.1193",
                            "agent-status=not-ready",
                            "vmaccess-version=2.4.11",
                            "extension-name=enablevmaccess",
                            "power-state=deallocated");
        }

        @Test
        void givesEachExtensionItsOwnRun() {
            // When
            var kept = DocumentKit.read(fileName(), VIEW);
            // Then
            var vmAccess = new RunKey(RunKey.VMACCESS, "2.4.11", null);
            assertThat(kept.at("/extensions/0/statuses/0/message").run()).isEqualTo(vmAccess);
            assertThat(kept.at("/vmAgent/statuses/0/message").run()).isNull();
            assertThat(kept.marks)
                    .hasSize(2)
                    .first()
                    .satisfies(
                            mark -> {
                                assertThat(mark.type()).isEqualTo(Mark.Type.STATUS_ERROR);
                                assertThat(mark.run()).isEqualTo(vmAccess);
                                assertThat(mark.time())
                                        .isEqualTo(Instant.parse("2031-02-03T04:00:00Z"));
                            });
        }

        @Test
        void takesAMissingAgentAsUnknown() {
            // When
            var kept =
                    DocumentKit.read(
                            "v.json",
                            "{\"vmAgent\":null,\"statuses\":[{\"code\":\"PowerState/running\"}]}");
            // Then
            assertThat(kept.factLines()).containsExactly("power-state=running");
        }
    }

    @Nested
    final class OfAnExtension implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new ArmExtension();
        }

        @Override
        public String fileName() {
            return "extensions.json";
        }

        @Override
        public String sample() {
            return """
            {"value": [
             {"name": "resetpw", "id": "/subscriptions/0/resourceGroups/rg9/providers/Microsoft.Compute/virtualMachines/vm9/extensions/resetpw",
              "type": "Microsoft.Compute/virtualMachines/extensions", "location": "westeurope",
              "properties": {"publisher": "Microsoft.Compute", "type": "VMAccessAgent", "typeHandlerVersion": "2.4",
               "provisioningState": "Failed", "settings": {"UserName": "ops"}}}
            ]}
            """;
        }

        @Test
        void tellsOfTheVmAndTheRun() {
            // When
            var kept = DocumentKit.read(fileName(), sample());
            // Then
            assertThat(kept.factLines())
                    .contains(
                            "vm-name=vm9",
                            "region=westeurope",
                            "extension-name=resetpw",
                            "vmaccess-user=ops");
            assertThat(kept.markTypes()).containsExactly(Mark.Type.STATUS_ERROR);
            assertThat(kept.at("/value/0/name").run())
                    .isEqualTo(new RunKey(RunKey.VMACCESS, "2.4", null));
        }

        @Test
        void knowsTheFlattenedShapeOfTheCommandLine() {
            // When
            var kept =
                    DocumentKit.read(
                            "show.json",
                            "{\"name\":\"n\",\"publisher\":\"Contoso\",\"typePropertiesType\":\"Widget\",\"typeHandlerVersion\":\"1.0\","
                                + "\"type\":\"Microsoft.Compute/virtualMachines/extensions\",\"provisioningState\":\"Succeeded\"}");
            // Then
            assertThat(kept.marks)
                    .singleElement()
                    .satisfies(
                            mark ->
                                    assertThat(mark.run())
                                            .isEqualTo(new RunKey("Contoso.Widget", "1.0", null)));
        }
    }

    @Nested
    final class OfAnActivity implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new ActivityLog();
        }

        @Override
        public String fileName() {
            return "activity.json";
        }

        @Override
        public String sample() {
            return """
            [{"eventTimestamp": "2031-02-03T04:05:06.7Z", "operationName": {"value": "Microsoft.Compute/virtualMachines/extensions/write"},
              "properties": {"statusCode": "Conflict",
                "statusMessage": "{\\"error\\":{\\"code\\":\\"VMExtensionProvisioningError\\",\\"message\\":\\"no widgets\\"}}"}}]
            """;
        }

        @Test
        void opensTheStatusMessage() {
            // When
            var entry =
                    DocumentKit.read(fileName(), sample())
                            .at("/0/properties/statusMessage!/error/message");
            // Then
            assertThat(entry.text()).isEqualTo("no widgets");
            assertThat(entry.time()).isEqualTo(Instant.parse("2031-02-03T04:05:06.7Z"));
            assertThat(entry.run()).isNull();
        }
    }

    @Nested
    final class OnAConsole implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new PowerShellView.Reading(PowerShellView.VM_STATUS);
        }

        @Override
        public String fileName() {
            return "status.txt";
        }

        @Override
        public String sample() {
            return """
            ResourceGroupName       : rg9
            Name                    : vm9
            ComputerName            : VM07
            Extensions[0]           :\s
              Name                  : enablevmaccess
              Type                  : Microsoft.Compute.VMAccessAgent
              TypeHandlerVersion    : 2.4.11
              Statuses[0]           :\s
                Code                : ProvisioningState/failed/1
                DisplayStatus       : Provisioning failed
                Message             : The quorum of
            widgets: is not reached
            VMAgent                 :\s
              VmAgentVersion        : 2.7.41491.1071
              Statuses[0]           :\s
                Code                : ProvisioningState/succeeded
                DisplayStatus       : Ready
                Time                : 12/12/2022 10:34:55 PM
            Statuses[1]             :\s
              Code                  : PowerState/running
            """;
        }

        @Test
        void givesThePathsOfTheApi() {
            // When
            var kept = DocumentKit.read(fileName(), sample());
            // Then
            var message = kept.at("/Extensions/0/Statuses/0/Message");
            assertThat(message.text()).isEqualTo("The quorum of widgets: is not reached");
            assertThat(message.quoteAt(0).line()).isEqualTo(11);
            assertThat(message.run()).isEqualTo(new RunKey(RunKey.VMACCESS, "2.4.11", null));
            assertThat(kept.markTypes()).containsExactly(Mark.Type.STATUS_ERROR);
            assertThat(kept.factLines())
                    .contains("agent-status=ready", "power-state=running", "vm-name=vm9");
        }

        @Test
        void keepsWhatIsWrittenAround() {
            // When
            var kept = DocumentKit.read(fileName(), "ERROR: no widgets\n\n" + sample());
            // Then
            assertThat(kept.entries.getFirst().text()).isEqualTo("ERROR: no widgets");
            assertThat(kept.factLines()).contains("agent-status=ready", "power-state=running");
        }

        @Test
        void trustsNoTimeInTheOrderOfSomeCulture() {
            assertThat(DocumentKit.read(fileName(), sample()).entries)
                    .allSatisfy(entry -> assertThat(entry.time()).isNull());
        }
    }

    @Nested
    final class ExtensionOnAConsole implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new PowerShellView.Reading(PowerShellView.EXTENSION);
        }

        @Override
        public String fileName() {
            return "extension.txt";
        }

        @Override
        public String sample() {
            return """
            VMName                  : vm9
            Publisher               : Microsoft.Compute
            ExtensionType           : VMAccessAgent
            TypeHandlerVersion      : 2.4
            Id                      : /subscriptions/0/resourceGroups/rg9/provi
                                      ders/Microsoft.Compute/virtualMachines/vm9/extensions/vmaccess1
            PublicSettings          : {
                                        "UserName": "ops"
                                      }
            ProvisioningState       : Succeeded
            """;
        }

        @Test
        void joinsWrappedValues() {
            // When
            var kept = DocumentKit.read(fileName(), sample());
            // Then
            assertThat(kept.factLines())
                    .contains("extension-name=vmaccess1", "vmaccess-user=ops", "vm-name=vm9");
            assertThat(kept.markTypes()).containsExactly(Mark.Type.STATUS_SUCCESS);
        }
    }
}
