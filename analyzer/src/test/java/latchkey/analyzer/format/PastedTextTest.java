package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people copy from consoles and message boxes. */
final class PastedTextTest {
    @Nested
    final class FromAClient implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new ClientError();
        }

        @Override
        public String fileName() {
            return "stdin";
        }

        @Override
        public String sample() {
            return """
            Set-AzVMAccessExtension : Long running operation failed with status 'Failed'. Additional Info:'the quorum
            of widgets'
            ErrorCode: VMExtensionProvisioningError
            ErrorMessage: no widgets

            At line:1 char:1
            + CategoryInfo          : CloseError: (:) [], Exception
            """;
        }

        @Test
        void makesARecordOfEachParagraph() {
            // When
            var kept = DocumentKit.read(fileName(), sample());
            // Then
            assertThat(kept.entries).hasSize(2);
            var first = kept.entries.getFirst();
            assertThat(first.text()).contains("the quorum of widgets");
            assertThat(first.quoteAt(first.text().indexOf("ErrorMessage")).line()).isEqualTo(4);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ERROR: (OperationNotAllowed) No widgets.\n"
                        + "Code: OperationNotAllowed\n"
                        + "Message: No widgets.",
                "Code: Conflict\nMessage: No widgets",
                "az vm user update: error: the following arguments are required: --username/-u",
                "Set-AzVMAccessExtension : Missing an argument for parameter 'ForceRerun'."
            })
    void knowsTheErrorsOfClients(String text) {
        assertThat(DocumentKit.formatOf("stdin", text)).isInstanceOf(ClientError.class);
    }

    @Nested
    final class FromAMessageBox implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new RdpClientMessage();
        }

        @Override
        public String fileName() {
            return "stdin";
        }

        @Override
        public String sample() {
            return "Remote Desktop can't connect to the remote computer\n"
                    + "for one of these reasons:\n\n"
                    + "1) widgets\n";
        }
    }

    @Nested
    final class AnyJson implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new GenericJson();
        }

        @Override
        public String fileName() {
            return "x.json";
        }

        @Override
        public String sample() {
            return "{\"properties\":{\"osProfile\":{\"allowExtensionOperations\":false}}}";
        }

        @Test
        void keepsFalseAsAWord() {
            assertThat(
                            DocumentKit.read(fileName(), sample())
                                    .at("/properties/osProfile/allowExtensionOperations")
                                    .text())
                    .isEqualTo("false");
        }
    }
}
