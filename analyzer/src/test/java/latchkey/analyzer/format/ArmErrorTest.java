package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ArmErrorTest implements DocumentFormatContract {
    private static final String SAMPLE =
            """
            {
              "endTime": "2031-02-03T04:05:06.1234567+01:00",
              "status": "Failed",
              "error": {
                "code": "Conflict",
                "target": "/subscriptions/0000/resourceGroups/rg9/providers/Microsoft.Compute/virtualMachines/vm9/extensions/VMAccess1",
                "message": "{\\r\\n  \\"error\\": {\\r\\n \\"code\\": \\"ResourceDeploymentFailure\\", \\"details\\": [{\\"message\\": \\"Widgets ran out\\"}]}}"
              }
            }
            """;

    @Override
    public DocumentFormat format() {
        return new ArmError();
    }

    @Override
    public String fileName() {
        return "answer.json";
    }

    @Override
    public String sample() {
        return SAMPLE;
    }

    @Test
    void opensErrorsInsideMessages() {
        // When
        var kept = DocumentKit.read(fileName(), SAMPLE);
        // Then
        var inner = kept.at("/error/message!/error/details/0/message");
        assertThat(inner.text()).isEqualTo("Widgets ran out");
        assertThat(inner.quoteAt(0).line()).isEqualTo(7);
        assertThat(inner.time()).hasToString("2031-02-03T03:05:06.123456700Z");
        assertThat(kept.factLines())
                .contains("vm-name=vm9", "resource-group=rg9", "extension-name=VMAccess1");
    }

    @Test
    void readsTheBodyThatOtherWordsLeadUpTo() {
        // When
        var kept =
                DocumentKit.read(
                        "paste.txt",
                        "Response body was:\n"
                                + "{\"error\":{\"code\":\"Late\",\"message\":\"too late\"}}\n"
                                + "bye\n");
        // Then
        assertThat(kept.at("/error/code").text()).isEqualTo("Late");
        assertThat(kept.entries)
                .extracting(entry -> entry.text())
                .contains("Response body was:", "bye");
    }

    @Test
    void neverQuotesASealedValue() {
        // Given
        var text =
                "{\"error\":{\"code\":\"C\",\"message\":\"m\"},\"properties\":{\"protectedSettings\":{\"Password\":\"Hunter2!\"},\"type\":\"t\"}}";
        // When
        var kept = DocumentKit.read("body.json", text);
        // Then
        assertThat(kept.entries)
                .noneSatisfy(
                        entry -> assertThat(entry.text() + entry.quoteAt(0)).contains("Hunter2"));
        assertThat(kept.at("/properties/protectedSettings/Password").text())
                .isEqualTo("sealed, 8 bytes");
    }
}
