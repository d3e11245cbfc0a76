package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What the guest itself leaves: registry, health report, installer, VM assist. */
final class GuestDocumentsTest {
    @Nested
    final class RegistryOfADisk implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new RegistryJson();
        }

        @Override
        public String fileName() {
            return "registry.json";
        }

        @Override
        public String sample() {
            return """
            {"HKLM\\\\SYSTEM\\\\ControlSet001\\\\Control\\\\Terminal Server\\\\fDenyTSConnections": "1"
            ,"HKLM\\\\SYSTEM\\\\ControlSet001\\\\Services\\\\MpsSvc\\\\Start": "0x4"
            ,"HKLM\\\\SOFTWARE\\\\Widget\\\\Path": "C:\\\\say "hi""
            }
            """;
        }

        @Test
        void readsValuesAlthoughItIsNoValidJson() {
            // When
            var kept = DocumentKit.read(fileName(), sample());
            // Then
            assertThat(kept.entries).hasSize(3);
            assertThat(kept.entries.get(2).text()).isEqualTo("C:\\say \"hi\"");
            assertThat(kept.entries.getFirst().fields())
                    .containsEntry("name", "fDenyTSConnections")
                    .containsEntry("key", "HKLM\\SYSTEM\\ControlSet001\\Control\\Terminal Server");
            assertThat(kept.factLines())
                    .containsExactly("rdp-enabled=false", "service.MpsSvc=disabled");
        }
    }

    @Nested
    final class RegistryExport implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new RegExport.Reading(RegExport.REGISTRY);
        }

        @Override
        public String fileName() {
            return "rdp.reg";
        }

        @Override
        public String sample() {
            return """
            Windows Registry Editor Version 5.00

            [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Terminal Server\\WinStations\\RDP-Tcp]
            "PortNumber"=dword:00000d3e
            "Expand"=hex(2):41,00,\\
              42,00,00,00
            "Say"="a \\"b\\" C:\\\\x"
            @="default"

            [HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Services\\Widget]
            @="default"
            "Start"=dword:00000004
            """;
        }

        @Test
        void decodesNumbersAndWords() {
            // When
            var kept = DocumentKit.read(fileName(), sample());
            // Then
            assertThat(kept.entries)
                    .extracting(entry -> entry.text())
                    .containsExactly("3390", "AB", "a \"b\" C:\\x", "default", "default", "4");
            assertThat(kept.entries.get(2).quoteAt(0).line()).isEqualTo(7);
            assertThat(kept.entries.get(4).quoteAt(0).line()).isEqualTo(11);
            assertThat(kept.factLines())
                    .containsExactly("rdp-port=3390", "service.Widget=disabled");
        }
    }

    @Nested
    final class HandlerStates implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new RegExport.Reading(RegExport.HANDLER_STATE);
        }

        @Override
        public String fileName() {
            return "handlerstate.reg";
        }

        @Override
        public String sample() {
            return """
            Windows Registry Editor Version 5.00

            [HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\Windows Azure\\HandlerState\\Microsoft.Compute.VMAccessAgent_2.4.11]
            "InstallState"="Failed"
            """;
        }

        @Test
        void belongsToTheHandlerOfTheKey() {
            assertThat(DocumentKit.read(fileName(), sample()).entries.getFirst().run().isVmAccess())
                    .isTrue();
        }
    }

    @Nested
    final class Health implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new VmHealthReport();
        }

        @Override
        public String fileName() {
            return "report.txt";
        }

        @Override
        public String sample() {
            return """
            ======== Microsoft Azure VM Health Report - Start 2031-02-03T04:05:06.6256349Z ========
            {"reportTime":"2031-02-03T04:05:06Z","services":[{"name":"KeyIso","state":"Stopped"}],"systemInfo":{"windows":{"osVersion":"Microsoft Windows NT 6.2.9200.0","domainRole":"PrimaryDomainController"}},
            "remoteAccess":{"windows":{"rdpEnabled":1,"rdpPort":3390}},"firewallPolicy":{"localPolicy":{"domainProfile":{"blockAllInboundConnections":1}}}}
            ======== Microsoft Azure VM Health Report - End 2031-02-03T04:05:07.8506342Z =========
            """;
        }

        @Test
        void tellsTheStateOfTheMachine() {
            assertThat(DocumentKit.read(fileName(), sample()).factLines())
                    .containsExactly(
                            "domain-role=PrimaryDomainController",
                            "rdp-enabled=true",
                            "rdp-port=3390",
                            "firewall-blocks-all=true",
                            "os-family=Windows",
                            "service.KeyIso=stopped");
        }
    }

    @Nested
    final class Installer implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new AgentInstallerXml();
        }

        @Override
        public String fileName() {
            return "Windows/Panther/VmAgentInstaller.xml";
        }

        @Override
        public String sample() {
            return """
            <Event time="2031-02-03T04:05:06.123Z" category="INFO" source="GuestAgent"><Begin ServiceName="RdAgent"/></Event>
            <Event time="2031-02-03T04:05:07.123Z" category="ERROR" source="GuestAgent"><UnhandledError><Message>No widgets.</Message><Number>424</Number></UnhandledError></Event>
            """;
        }

        @Test
        void makesAnEntryOfEachEvent() {
            // When
            var kept = DocumentKit.read(fileName(), sample());
            // Then
            assertThat(kept.entries)
                    .extracting(entry -> entry.text())
                    .containsExactly(
                            "Begin ServiceName: RdAgent",
                            "UnhandledError Message: No widgets. Number: 424");
            assertThat(kept.entries.get(1).quoteAt(0).line()).isEqualTo(2);
        }
    }

    @Nested
    final class Assist implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new VmAssistHtml();
        }

        @Override
        public String fileName() {
            return "vmassist-vm07.htm";
        }

        @Override
        public String sample() {
            return """
            <html><head><title>VM assist</title><style>td {color: red}</style></head><body>
            <table><tr><td>Critical</td>
            <td>Widgets &amp; more are missing</td></tr></table></body></html>
            """;
        }

        @Test
        void makesAnEntryOfEachRow() {
            assertThat(DocumentKit.read(fileName(), sample()).entries)
                    .extracting(entry -> entry.text())
                    .containsExactly("VM assist", "Critical Widgets & more are missing");
        }
    }
}
