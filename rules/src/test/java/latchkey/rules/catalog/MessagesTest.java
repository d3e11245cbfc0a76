package latchkey.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.rules.rule.RuleId;
import latchkey.rules.rule.Signal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;

final class MessagesTest {
    private static final String LITERAL = "literal: does not meet the password policy requirements";

    private static final String BOOK =
            """
            messages:
              - id: refused
                code: {hresult: "0x800708C5", small: 2245}
                verified: [en]
                words:
                  en: does not meet the password policy requirements
                  de: [Kennwort ist zu schwach, Das Kennwort ist abgelehnt]
              - id: unnumbered
                words: {fr: refus du mot de passe}
            """;

    @TempDir Path folder;

    private PackFolder pack;

    @BeforeEach
    void writePack() throws IOException {
        pack = new PackFolder(folder).write("vocabulary/messages/accounts.yaml", BOOK);
    }

    private Signal.Code signal() throws IOException, RefusedPackException {
        var rule = PackLoader.fromFolder(pack.root(), null).rules().get(new RuleId("VMA-001"));
        return (Signal.Code) rule.evidence().get("refused");
    }

    @Test
    void givesACodeItsWordsInAllLanguages() throws IOException, RefusedPackException {
        pack.rule(LITERAL, "code: {hresult: \"0x800708C5\"}");
        assertThat(signal().wordings()).hasSize(3);
        assertThat(signal().anchors()).contains("0x800708c5", "Kennwort ist zu schwach");
    }

    @Test
    void leavesTheWordsOutWhereARuleWantsTheNumberAlone() throws IOException, RefusedPackException {
        pack.rule(LITERAL, "code: {hresult: \"0x800708C5\", words: no}");
        assertThat(signal().wordings()).isEmpty();
    }

    @Test
    void isNamedByRulesForWhatHasNoNumber() throws IOException, RefusedPackException {
        pack.rule(LITERAL, "message: [refused, unnumbered]");
        assertThat(signal().wordings()).hasSize(4);
        assertThat(signal().codes()).hasSize(1);
    }

    @Test
    void tellsWithItsPlaceWhatCannotBeSearched() throws IOException {
        pack.write(
                "vocabulary/messages/accounts.yaml",
                BOOK.replace("Kennwort ist zu schwach", "zu \\\"kurz\\\"").replace("fr:", "xx:"));
        pack.write(
                "vocabulary/messages/more.yaml",
                "messages: [{id: refused, words: {en: 'Start Workflow.'}}, {id: bare}]\n");
        assertThat(pack.errors())
                .anyMatch(error -> error.contains("accounts.yaml:7:12: 'zu"))
                .anyMatch(error -> error.contains(":9:17: unknown language 'xx'"))
                .anyMatch(
                        error ->
                                error.contains(
                                        "more.yaml:1:17: the message 'refused' is there twice"))
                .anyMatch(error -> error.contains("stands in lines ordinary logs are full of"))
                .anyMatch(error -> error.contains("'words' is missing"));
    }

    @Test
    void refusesANameNobodyWrote() throws IOException {
        pack.rule(LITERAL, "message: of-nobody");
        assertThat(pack.errors())
                .singleElement()
                .asString()
                .endsWith("there is no message 'of-nobody'");
    }
}
