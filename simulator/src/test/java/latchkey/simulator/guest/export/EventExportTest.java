package latchkey.simulator.guest.export;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.GuestSpec;
import latchkey.simulator.guest.OsRelease;
import latchkey.simulator.guest.RemoteClient;
import latchkey.simulator.guest.Role;
import latchkey.simulator.guest.SecurityFlood;
import latchkey.simulator.guest.Tongue;
import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.Limits;
import latchkey.simulator.world.Seed;
import latchkey.simulator.world.World;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.xml.sax.InputSource;

import java.io.IOException;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import javax.xml.parsers.DocumentBuilderFactory;

final class EventExportTest {
    private static final Instant START = Instant.parse("2026-10-06T17:05:09Z");

    @ParameterizedTest
    @EnumSource(EventForm.class)
    void theSameWorldGivesTheSameBytes(EventForm form) throws IOException {
        assertThat(exported(machine(Tongue.ENGLISH), "Security", form))
                .isEqualTo(exported(machine(Tongue.ENGLISH), "Security", form))
                .contains("4625");
    }

    @ParameterizedTest
    @CsvSource({"VIEWER_XML, Security", "WEVTUTIL_XML, Security", "WEVTUTIL_XML, System"})
    void savedXmlIsWellFormedAndComplete(EventForm form, String channel) throws Exception {
        var guest = machine(Tongue.ENGLISH);

        var document =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new InputSource(new StringReader(exported(guest, channel, form))));

        assertThat(document.getElementsByTagName("Event").getLength())
                .isEqualTo((int) guest.events().count(channel));
    }

    @Test
    void wevtutilQuotesAttributesOnceAndPutsAnEventOnALine() throws IOException {
        var text = exported(machine(Tongue.ENGLISH), "Security", EventForm.WEVTUTIL_XML);

        assertThat(text)
                .contains("<EventID>4625</EventID>")
                .contains("<Data Name='SubStatus'>0xc000006a</Data>")
                .contains("<Keywords>0x8010000000000000</Keywords>")
                .containsPattern("SystemTime='2026-10-06T17:05:09\\.\\d{7}Z'");
    }

    @Test
    void aPasteHasMinusSignsAndTrailingBlanks() throws IOException {
        var text = exported(machine(Tongue.ENGLISH), "Security", EventForm.VIEWER_PASTE);

        assertThat(text)
                .startsWith("- <Event xmlns=")
                .contains("\r\n- <System>\r\n", " <EventID>4625</EventID> \r\n")
                .contains("{54849625-5478-4994-A5BA-3E3B0328C30D}");
    }

    @Test
    void copiedTextHasTheViewersLabels() throws IOException {
        var text = exported(machine(Tongue.ENGLISH), "System", EventForm.TEXT);

        assertThat(text)
                .contains(
                        "Log Name:      System\r\nSource:        Service Control Manager\r\n"
                                + "Date:          10/6/2026 5:05:09 PM\r\nEvent ID:      7036\r\n"
                                + "Task Category: None\r\nLevel:         Information\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "ENGLISH, 'Level,Date and Time,Source,Event ID,Task Category', 10/6/2026 5:05:09 PM",
        "GERMAN, 'Ebene,Datum und Uhrzeit,Quelle,Ereignis-ID,Aufgabenkategorie', 06.10.2026"
                + " 17:05:09",
        "FRENCH, 'Niveau,Date et heure,Source', 06/10/2026 17:05:09",
        "SPANISH, 'Nivel,Fecha y hora,Origen,Id. del evento', 06/10/2026 17:05:09",
        "JAPANESE, 'レベル,日付と時刻,ソース,イベント ID', 2026/10/06 17:05:09",
    })
    void viewerCsvSpeaksTheLanguageOfWindows(Tongue tongue, String header, String date)
            throws IOException {
        var text = exported(machine(tongue), "Security", EventForm.VIEWER_CSV);

        assertThat(text).startsWith(header).contains("," + date + ",");
    }

    @Test
    void aGermanMachineSpeaksGermanInItsEvents() throws IOException {
        var guest = machine(Tongue.GERMAN);
        guest.services().stop("TermService");

        assertThat(exported(guest, "System", EventForm.VIEWER_CSV))
                .contains("Dienst \"\"Remotedesktopdienste\"\" befindet sich jetzt im Status");
        assertThat(exported(guest, "System", EventForm.WEVTUTIL_XML))
                .contains("<Binary>5400650072006D0053006500720076006900630065002F0031000000");
    }

    @Test
    void wevtutilCountsItsRecords() throws IOException {
        assertThat(exported(machine(Tongue.ENGLISH), "Security", EventForm.WEVTUTIL_TEXT))
                .startsWith("Event[0]:\r\n  Log Name: Security\r\n")
                .contains("Event[1]:");
    }

    @Test
    void powershellQuotesEverything() throws IOException {
        var text = exported(machine(Tongue.ENGLISH), "Security", EventForm.POWERSHELL_CSV);

        assertThat(text)
                .startsWith("\"TimeCreated\",\"Id\",\"LevelDisplayName\",\"Message\"\r\n")
                .contains("\"4625\",\"Information\",\"An account failed to log on.");
    }

    @Test
    void aFloodIsWrittenWithoutBeingHeld() throws IOException {
        var guest = machine(Tongue.ENGLISH);
        guest.events()
                .write(
                        new SecurityFlood(
                                START, Duration.ofHours(9), 100_000, 5, List.of("ADMIN", "TEST")));
        var sink = new CountingSink();

        new EventExport(guest).write("Security", EventForm.WEVTUTIL_XML, sink);

        assertThat(guest.events().count("Security")).isGreaterThan(100_000);
        assertThat(sink.lines).isGreaterThan(100_000);
    }

    @Test
    void registryExportsShowSettingsServicesAndProfiles() {
        var guest = machine(Tongue.ENGLISH);
        var export = new RegistryExport(guest);
        var root = "HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet";

        var reg = new String(export.exported(root), java.nio.charset.StandardCharsets.UTF_16LE);
        var json = export.inspected(List.of(Guest.TERMINAL_SERVER));

        assertThat(reg)
                .startsWith("\uFEFFWindows Registry Editor Version 5.00\r\n\r\n[HKEY_LOCAL")
                .contains("\"fDenyTSConnections\"=dword:00000000\r\n")
                .contains("\\Services\\TermService]\r\n", "\"Start\"=dword:00000002");
        assertThat(json)
                .startsWith("{\"HKEY_LOCAL_MACHINE\\\\SYSTEM")
                .contains("\\\\RDP-Tcp\\\\PortNumber\": \"3389\"\n,");
    }

    private static Guest machine(Tongue tongue) {
        var world = new World(new Seed(3), START, Limits.ORDINARY);
        var spec =
                new GuestSpec(
                        "VM01", OsRelease.SERVER_2022, false, Role.STANDALONE_SERVER, tongue, "");
        var guest = new Guest(world, spec, request -> WireResponse.text(404, "text/plain", ""));
        guest.install("operator", "Right-Horse-7");
        guest.start();
        guest.remoteDesktop().attempt(RemoteClient.ordinary(tongue), "operator", "wrong");
        guest.remoteDesktop().attempt(RemoteClient.ordinary(tongue), "operator", "Right-Horse-7");
        return guest;
    }

    private static String exported(Guest guest, String channel, EventForm form) throws IOException {
        var out = new StringBuilder();
        new EventExport(guest).write(channel, form, out);
        return out.toString();
    }

    private static final class CountingSink implements Appendable {
        private int lines;

        @Override
        public Appendable append(CharSequence text) {
            for (int i = 0; i < text.length(); i++) {
                lines += text.charAt(i) == '\n' ? 1 : 0;
            }
            return this;
        }

        @Override
        public Appendable append(CharSequence text, int start, int end) {
            return append(text.subSequence(start, end));
        }

        @Override
        public Appendable append(char sign) {
            return append(Character.toString(sign));
        }
    }
}
