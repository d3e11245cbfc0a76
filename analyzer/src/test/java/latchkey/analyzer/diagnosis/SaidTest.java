package latchkey.analyzer.diagnosis;

import static latchkey.analyzer.diagnosis.Cases.cause;
import static latchkey.analyzer.diagnosis.Cases.causesOf;
import static latchkey.analyzer.diagnosis.Cases.literalCause;
import static latchkey.analyzer.diagnosis.Cases.rule;
import static latchkey.analyzer.diagnosis.Cases.with;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.rules.rule.Rule;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;

/** What people say as evidence: where it is heard, how far it carries, and what speaks against. */
final class SaidTest {
    private static final String ID = "IDN-091";
    private static final String LOCKED =
            cause(
                    ID,
                    "account-locked-out",
                    """
                    evidence:
                      it:
                        about: [[account, Konto, compte]]
                        said: [[locked|, gesperrt, verrouill]]
                        unless: [last year]
                    verdict: {all: [it]}
                    """);

    @TempDir private Path root;

    private String word(String text) {
        return with(root, LOCKED).text("note.txt", text).word(ID);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "She told me that the account is locked by now.",
                "Locked since nine, that is the account of the shop.",
                "Is it the account? Yes, we see it is locked.",
                "The account of the shop\nis locked and we are waiting.",
                "> the account is\n> locked, says the domain team",
                "Das Konto ist seit heute früh gesperrt.",
                "Le compte a été verrouillé ce matin.",
                "The account \u2014 not the machine \u2014 is locked.",
                "2026-05-02 10:11:12 [INFO] started\nThe account is locked, he says.\n{\"a\": 1}"
            })
    void isHeardInAnyOrderAndAcrossLines(String text) {
        assertThat(word(text)).isEqualTo("fired");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Can it be that the account is locked?",
                "The account is not locked, we looked.",
                "The account was never locked by anybody.",
                "This account was never disabled or locked, I am sure.",
                "Nothing locked the account as far as we can see.",
                "The account is lockedness itself, whatever it is.",
                "If the account is locked, wait for half an hour.",
                "Maybe the account is locked for the moment.",
                "Das Konto ist nicht gesperrt, das haben wir geprüft.",
                "Le compte n'est pas verrouillé, je l'ai vérifié.",
                "The account was locked last year and is in use.",
                "The account was locked, it works again since noon.",
                "2026-05-02 10:11:12 [ERROR] the account is locked",
                "{\n\"message\": \"the account is locked\"\n}"
            })
    void isNotHeardWhereItIsNoStatement(String text) {
        assertThat(word(text)).isEqualTo("quiet");
    }

    @Test
    void farApartIsNotTogether() {
        assertThat(
                        word(
                                "The account is his. "
                                        + "We talked of this. ".repeat(20)
                                        + "It is locked."))
                .isEqualTo("quiet");
    }

    @Test
    void aLargeTextIsNoNote() {
        assertThat(word("The account is locked.\n" + "We are waiting.\n".repeat(20_000)))
                .isEqualTo("quiet");
    }

    @Test
    void quotesTheLineThatSaysIt() {
        // Given
        var diagnosis =
                with(root, LOCKED)
                        .text("note.txt", "Hello,\nthe account is locked.\nBye")
                        .conclude();
        // When
        var proof = diagnosis.causes().getFirst().proof();
        // Then
        assertThat(proof).hasSize(1);
        assertThat(proof.getFirst().quote().line()).isEqualTo(2);
        assertThat(proof.getFirst().quote().text()).isEqualTo("the account is locked.");
    }

    @Test
    void carriesNoFurtherThanMedium() {
        var diagnosis = with(root, LOCKED).text("note.txt", "The account is locked.").conclude();
        assertThat(diagnosis.causes().getFirst().certainty()).isEqualTo(Rule.Certainty.MEDIUM);
    }

    @Test
    void standsBehindWhatAMachineSays() {
        // Given
        var machine =
                literalCause(
                        "WIN-091", "disk-full", "There is not enough space", "certainty: low\n");
        // When
        var diagnosis =
                with(root, LOCKED, machine)
                        .text("note.txt", "The account is locked.\nThere is not enough space")
                        .conclude();
        // Then
        assertThat(causesOf(diagnosis)).containsExactly("disk-full", "account-locked-out");
    }

    @Test
    void losesAgainstAStateThatIsShown() {
        // Given
        var told =
                cause(
                        "ARM-091",
                        "vm-not-running",
                        """
                        evidence: {it: {about: [[machine]], said: [[stopped]]}}
                        verdict: {all: [it]}
                        implies: {vm: stopped}
                        """);
        var shown =
                rule(
                        "ARM-291",
                        """
                        kind: healthy
                        evidence: {it: {literal: PowerState/running}}
                        verdict: {all: [it]}
                        implies: {vm: running}
                        """);
        // When
        var diagnosis =
                with(root, told, shown)
                        .text("note.txt", "PowerState/running\n\nHe says the machine is stopped.")
                        .conclude();
        // Then
        assertThat(causesOf(diagnosis)).doesNotContain("vm-not-running");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "First see whether the server is out of paper.",
                "I was told to wait if the server is out of paper."
            })
    void aMessageThatIsLeftOpenWasNotMet(String text) {
        var rule = literalCause("WIN-091", "disk-full", "the server is out of paper", "");
        assertThat(with(root, rule).text("note.txt", text).word("WIN-091")).isEqualTo("quiet");
    }

    @Test
    void takesTheValueNextToTheWords() {
        // Given
        var rule =
                cause(
                        "EVA-091",
                        "eva-consent-expired",
                        """
                        evidence:
                          asked: {about: [[consent]], said: [[given]], value: '(?P<asked>[0-9]{1,2}:[0-9]{2})'}
                          tried: {about: [[console]], said: [[refused]], value: '(?P<tried>[0-9]{1,2}:[0-9]{2})'}
                          later: {compare: {left: tried, op: gt, right: asked, by: 8h}}
                        capture: {asked: {from: asked, group: asked}, tried: {from: tried, group: tried}}
                        verdict: {all: [asked, tried, later]}
                        """);
        // When
        var late = "The consent was given at 08:10 and the console refused at 17:05.";
        var early = "The consent was given at 08:10 and the console refused at 15:05.";
        // Then
        assertThat(with(root, rule).text("note.txt", late).word("EVA-091")).isEqualTo("fired");
        assertThat(with(root, rule).text("note.txt", early).word("EVA-091")).isEqualTo("quiet");
    }

    @Test
    void countsDifferentValuesOfRows() {
        // Given
        var rule =
                cause(
                        "RDP-091",
                        "rdp-brute-force",
                        """
                        evidence:
                          row: {regex: 'failed from (?P<who>[0-9.]+)', anchor: 'failed from ', each: yes}
                          many: {count: {of: row, distinct: who, at-least: 3}}
                        verdict: {all: [many]}
                        """);
        // When
        var three = "failed from 1.1.1.1\nfailed from 2.2.2.2\nfailed from 3.3.3.3\n";
        var two = "failed from 1.1.1.1\nfailed from 2.2.2.2\nfailed from 1.1.1.1\n";
        // Then
        assertThat(with(root, rule).text("list.txt", three).word("RDP-091")).isEqualTo("fired");
        assertThat(with(root, rule).text("list.txt", two).word("RDP-091")).isEqualTo("quiet");
    }
}
