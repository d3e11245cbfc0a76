package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.RunKey;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;

final class HandlerStatusTest implements DocumentFormatContract {
    private static final String SAMPLE =
            """
            [
              {
                "version": 1.0,
                "timestampUTC": "2031/02/03, 17:46:30.447",
                "Status": {
                  "operation": "Enable",
                  "status": "Error",
                  "code": 2245,
                  "formattedMessage": {"Lang": "en", "Message": "The quorum\\r\\nof widgets"},
                  "substatus": [{"name": "step", "status": "success", "code": 0}]
                }
              }
            ]
            """;

    @Override
    public DocumentFormat format() {
        return new HandlerStatus();
    }

    @Override
    public String fileName() {
        return "device_0/Packages/Plugins/Microsoft.Compute.VMAccessAgent/2.4.11/Status/7.status";
    }

    @Override
    public String sample() {
        return SAMPLE;
    }

    @Test
    void givesEveryValueWithPathLineTimeAndRun() {
        // When
        var kept = DocumentKit.read(fileName(), SAMPLE);
        // Then
        var message = kept.at("/0/Status/formattedMessage/Message");
        assertThat(message.text()).isEqualTo("The quorum\r\nof widgets");
        assertThat(message.quoteAt(3).line()).isEqualTo(9);
        assertThat(message.time()).isEqualTo(Instant.parse("2031-02-03T17:46:30.447Z"));
        assertThat(message.run()).isEqualTo(new RunKey(RunKey.VMACCESS, "2.4.11", 7));
        var code = kept.at("/0/Status/code");
        assertThat(code.text()).isEqualTo("2245");
        assertThat(code.fields()).containsEntry("name", "code");
    }

    @Test
    void marksTheStatusButNoSubstatus() {
        // When
        var kept = DocumentKit.read(fileName(), SAMPLE);
        // Then
        assertThat(kept.markTypes()).containsExactly(Mark.Type.STATUS_ERROR);
        assertThat(kept.marks.getFirst().quote().line()).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({
        "C:\\Packages\\Plugins\\Contoso.Widget\\1.2\\Status\\0.status, Contoso.Widget, 1.2, 0",
        "x.zip!/Contoso.Widget_1.2.3/Status/12.status, Contoso.Widget, 1.2.3, 12",
        "3.status, Microsoft.Compute.VMAccessAgent, , 3",
        "pasted.json, Microsoft.Compute.VMAccessAgent, ,"
    })
    void takesTheRunFromThePathOrElseFromTheContent(
            String file, String handler, String version, Integer sequence) {
        // When
        var kept =
                DocumentKit.read(
                        file,
                        "{\"timestampUTC\":\"2031-02-03"
                            + " 01:02:03Z\",\"status\":{\"name\":\"VMAccess\",\"status\":\"success\"}}");
        // Then
        assertThat(kept.marks)
                .singleElement()
                .satisfies(
                        mark -> {
                            assertThat(mark.run())
                                    .isEqualTo(new RunKey(handler, version, sequence));
                            assertThat(mark.time())
                                    .isEqualTo(Instant.parse("2031-02-03T01:02:03Z"));
                        });
    }

    @Test
    void ascribesALooseStatusOfUnknownOriginToNobody() {
        // When
        var kept =
                DocumentKit.read(
                        "3.status",
                        "[{\"timestampUTC\":\"\",\"status\":{\"status\":\"error\",\"message\":\"no\"}}]");
        // Then
        assertThat(kept.marks).isEmpty();
        assertThat(kept.entries).isNotEmpty().allSatisfy(entry -> assertThat(entry.run()).isNull());
    }
}
