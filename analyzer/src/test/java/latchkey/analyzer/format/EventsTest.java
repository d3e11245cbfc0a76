package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Mark;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Exported events in their dialects. */
final class EventsTest {
    @Nested
    final class AsXml implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new EventXml();
        }

        @Override
        public String fileName() {
            return "System.xml";
        }

        @Override
        public String sample() {
            return """
            <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='Service Control Manager'/><EventID Qualifiers='16384'>7036</EventID><Level>4</Level><TimeCreated SystemTime='2031-02-03T04:05:06.123456700Z'/><Channel>System</Channel><Computer>VM07</Computer></System><EventData><Data Name='param1'>DHCP Client</Data><Data Name='param2'>stopped</Data><Binary>AA==</Binary></EventData><RenderingInfo Culture='en-US'><Message>The DHCP Client service entered the stopped state.</Message></RenderingInfo></Event>
            <Event xmlns='http://schemas.microsoft.com/win/2004/08/events/event'><System><Provider Name='EventLog'/><EventID>6005</EventID><TimeCreated SystemTime='2031-02-03T04:06:00Z'/><Channel>System</Channel></System><EventData><Data>a &amp; b</Data></EventData></Event>
            """;
        }

        @Test
        void readsFieldsDataAndMessage() {
            // When
            var kept = DocumentKit.read(fileName(), sample());
            // Then
            assertThat(kept.entries).hasSize(2);
            assertThat(kept.entries.getFirst().fields())
                    .containsEntry("event-id", "7036")
                    .containsEntry("provider", "Service Control Manager")
                    .containsEntry("channel", "System")
                    .containsEntry("data.param1", "DHCP Client");
            assertThat(kept.entries.getFirst().text())
                    .startsWith("The DHCP Client service")
                    .contains("param2: stopped");
            assertThat(kept.entries.get(1).fields()).containsEntry("data.param1", "a & b");
            assertThat(kept.entries.get(1).quoteAt(0).line()).isEqualTo(2);
        }

        @Test
        void tellsServicesAndBoots() {
            // When
            var kept = DocumentKit.read(fileName(), sample());
            // Then
            assertThat(kept.factLines()).containsExactly("service.Dhcp=stopped");
            assertThat(kept.markTypes()).containsExactly(Mark.Type.BOOT);
        }

        @Test
        void readsWhatTheEventViewerCopiesAlthoughItIsNotWellFormed() {
            // Given
            var pasted =
                    """
                    - <Event xmlns="http://schemas.microsoft.com/win/2004/08/events/event">
                    - <System>
                     <Provider Name="P" />\s
                     <EventID>4724</EventID>\s
                     <TimeCreated SystemTime="2031-02-03 04:05:06.1+00:00" />\s
                     </System>
                    - <EventData>
                     <Data Name="SubjectUserSid">S-1-5-18</Data>\s
                     </EventData>
                     </Event>\
                    """;
            // When
            var kept = DocumentKit.read("paste.txt", pasted);
            // Then
            assertThat(kept.entries)
                    .singleElement()
                    .satisfies(
                            entry -> {
                                assertThat(entry.fields())
                                        .containsEntry("data.SubjectUserSid", "S-1-5-18")
                                        .containsEntry("event-id", "4724");
                                assertThat(entry.time()).hasToString("2031-02-03T04:05:06.100Z");
                            });
        }

        @Test
        void readsNothingFromOutside() {
            // When
            var kept =
                    DocumentKit.read(
                            new EventXml(),
                            new java.util.ArrayList<>(),
                            "x.xml",
                            "<!DOCTYPE e [<!ENTITY x SYSTEM"
                                + " \"file:///etc/hostname\">]><Event><System><EventID>1</EventID></System><EventData><Data"
                                + " Name='d'>&x;</Data></EventData></Event>");
            // Then
            assertThat(kept.entries.getFirst().fields()).containsEntry("data.d", "&x;");
        }
    }

    @Nested
    final class AsText implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new EventText();
        }

        @Override
        public String fileName() {
            return "event.txt";
        }

        @Override
        public String sample() {
            return """
            Log Name:      Application
            Source:        .NET Runtime
            Date:          3/07/2031 10:25:59 AM
            Event ID:      1026
            Level:         Error
            Computer:      VM07
            Description:
            Application: WidgetAgent.exe
            Level: of detail
            """;
        }

        @Test
        void keepsTheDescriptionApart() {
            // When
            var entry = DocumentKit.read(fileName(), sample()).entries.getFirst();
            // Then
            assertThat(entry.fields())
                    .containsEntry("event-id", "1026")
                    .containsEntry("provider", ".NET Runtime");
            assertThat(entry.quoteAt(entry.text().indexOf("WidgetAgent")).line()).isEqualTo(8);
            assertThat(entry.time()).isNull();
        }
    }

    @Nested
    final class AsCsv implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new EventCsv();
        }

        @Override
        public String fileName() {
            return "System.csv";
        }

        @Override
        public String sample() {
            return """
            Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie
            Fehler,03.02.2031 04:05:06,Service Control Manager,7031,Keine,"Der Dienst ""RdAgent""
            wurde beendet."
            """;
        }

        @Test
        void readsTranslatedHeadersAndTheUnnamedColumn() {
            // When
            var entry = DocumentKit.read(fileName(), sample()).entries.getFirst();
            // Then
            assertThat(entry.fields())
                    .containsEntry("event-id", "7031")
                    .containsEntry("provider", "Service Control Manager");
            assertThat(entry.text()).contains("Der Dienst \"RdAgent\"");
            assertThat(entry.lines()).hasSize(2);
        }

        @Test
        void readsWhatGetWinEventExports() {
            // When
            var kept =
                    DocumentKit.read(
                            "e.csv",
                            "\"TimeCreated\",\"Id\",\"Message\"\n"
                                    + "\"2031-02-03 04:05:06\",\"7022\",\"hung\"\n");
            // Then
            assertThat(kept.entries.getFirst().fields()).containsEntry("event-id", "7022");
        }
    }

    @Test
    void knowsABinaryLogAndSaysHowToExportIt() {
        // Given
        var because = new java.util.ArrayList<String>();
        // When
        var kept =
                DocumentKit.read(
                        DocumentKit.formatOf("System.evtx", "ElfFile\u0000"),
                        because,
                        "System.evtx",
                        "ElfFile");
        // Then
        assertThat(kept.entries).isEmpty();
        assertThat(because).singleElement().asString().contains("wevtutil");
    }
}
