package latchkey.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Each wrong form of the language is told with its place. */
final class RuleLanguageTest {
    private static final String LITERAL = "literal: does not meet the password policy requirements";

    @TempDir Path folder;

    @Test
    void takesASoundPack() throws IOException {
        assertThat(new PackFolder(folder).errors()).isEmpty();
    }

    static Stream<Arguments> wrongForms() {
        return Stream.of(
                wrong("id: VMA-001", "id: VMA-1", ":1:5: 'VMA-1' is no rule id"),
                wrong(
                        "id: VMA-001",
                        "id: VMA-101",
                        ":1:5: the number of VMA-101 does not fit kind cause"),
                wrong("revision: 1\n", "", ":1:1: 'revision' is missing"),
                wrong("revision: 1", "revision: one", ":2:11: 'revision' must be a whole number"),
                wrong("since: 0.1.0", "since: soon", ":3:8: 'soon' is no version"),
                wrong("title: Password refused\n", "", ":1:1: 'title' is missing"),
                wrong("title: Password", "title: [Password]\nx: ", ":4:8: 'title' must be text"),
                wrong(
                        "Password refused",
                        "It should be refused",
                        ":4:8: a title names the problem"),
                wrong(
                        "Windows refused",
                        "What {user} gave refused",
                        ":5:10: {user} is captured nowhere"),
                wrong(
                        "kind: cause",
                        "kind: reason",
                        "'reason' is none of cause, symptom, context, healthy"),
                wrong(
                        "cause: password-policy",
                        "cause: bad-luck",
                        ":7:8: 'bad-luck' is not in the vocabulary"),
                wrong(
                        "severity: error",
                        "leads-to: unknown-failure",
                        ":8:11: leads-to is said by rules of kind symptom"),
                wrong("severity: error\n", "", ":1:1: 'severity' is missing"),
                wrong("proof: documented", "proof: sure", ":9:8: 'sure' is none of reported"),
                wrong(
                        "proof: documented",
                        "proof: documented\nprof: x",
                        ":10:7: unknown key 'prof'"),
                wrong("in: [handler]", "in: [handlers]", ":12:9: unknown source 'handlers'"),
                wrong(
                        LITERAL,
                        "literal: too short",
                        ":13:14: 'too short' is shorter than 10 bytes"),
                wrong(
                        LITERAL,
                        "exact: words",
                        ":12:5: signal 'refused' has no form this language knows"),
                wrong(LITERAL, "regex: 'a.*b'", ":13:12: no fixed run of 10 characters in 'a.*b'"),
                wrong(
                        LITERAL,
                        "regex: 'password policy (?=x)'",
                        ":13:12: 'password policy (?=x)' is no RE2 expression"),
                wrong(
                        LITERAL,
                        "code: {hresult: 0xZZ}",
                        ":13:21: '0xZZ' is no 32-bit hexadecimal number"),
                wrong(
                        LITERAL,
                        "code: {small: 2245, symbols: [SHORT]}",
                        ":13:34: 'SHORT' is shorter than 10 bytes"),
                wrong(LITERAL, "code: {}", ":13:11: a code needs hresult, small or symbols"),
                wrong(LITERAL, "json: {at: /a/b}", ":13:11: no question: equals, in, matches"),
                wrong(LITERAL, "json: {at: /a/b, gt: many}", ":13:26: 'gt' must be a number"),
                wrong(
                        "in: [handler]\n    " + LITERAL,
                        "event: {provider: x}",
                        "an event needs ids"),
                wrong(
                        "in: [handler]\n    " + LITERAL,
                        "version: {fact: os-version, range: 2.0}",
                        ":12:40: '2.0' is no interval"),
                wrong(
                        "in: [handler]\n    " + LITERAL,
                        "count: {of: a, within: 10 minutes}",
                        ":12:28: '10 minutes' is no span"),
                wrong(
                        "in: [handler]\n    " + LITERAL,
                        "compare: {left: a, op: is, right: b}",
                        ":12:28: 'is' is none of eq"),
                wrong(
                        "in: [handler]\n    " + LITERAL,
                        "absent: {of: gone, source: text}",
                        "'refused' names 'gone', which is no other"),
                wrong(
                        "in: [handler]\n    " + LITERAL,
                        "absent: {of: gone, source: moon}",
                        ":12:32: unknown source 'moon'"),
                wrong(
                        "in: [handler]\n    " + LITERAL,
                        "said: locked",
                        ":12:11: 'said' must be a list of groups of words"),
                wrong(
                        "in: [handler]\n    " + LITERAL,
                        "said: [[account], []]",
                        ":12:23: a group must be a word or a list of words"),
                wrong(
                        "in: [handler]\n    " + LITERAL,
                        "said: [[$nothing]]",
                        ":12:13: the vocabulary has no words '$nothing'"),
                wrong(
                        "in: [handler]\n    " + LITERAL,
                        "said: [[account, '+x']]",
                        ":12:22: '+x' must begin with a letter or digit"),
                wrong(
                        "in: [handler]\n    " + LITERAL,
                        "said: [[locked|up]]",
                        ":12:13: 'locked|up': a bar stands at the end"),
                wrong(
                        "in: [handler]\n    " + LITERAL,
                        "said: [[locked]]\n    within: 5",
                        ":13:13: a passage has 20 to 2000 characters"),
                wrong(
                        "in: [handler]\n    " + LITERAL,
                        "said: [[locked]]\n    value: '(?=x)'",
                        "'(?=x)' is no RE2 expression"),
                wrong(
                        "verdict:",
                        "  other:\n    count: {of: refused, distinct: who}\nverdict:",
                        "'refused' has no group (?P<who>...)"),
                wrong(
                        "in: [handler]\n    " + LITERAL,
                        "compare: {left: a, op: ne, right: b, by: 8h}",
                        ":12:46: a distance in time goes with gt"),
                wrong(
                        "all: [refused]",
                        "all: [refusal]",
                        ":15:3: the verdict names 'refusal', which is no evidence"),
                wrong("all: [refused]", "none: [refused]", ":15:3: the verdict asks for nothing"),
                wrong(
                        "all: [refused]",
                        "at-least: {count: 2, of: [refused]}",
                        ":15:3: at-least counts from 1"),
                wrong(
                        "verdict:",
                        "  other:\n    " + LITERAL + "\nverdict:",
                        ":15:5: 'other' is used nowhere"),
                wrong(
                        "why:",
                        "capture: {user: {from: refused, group: user}}\nwhy:",
                        "'refused' is no regex signal"),
                wrong("why:", "implies: {agent: sleepy}\nwhy:", ":16:10: agent is one of down, up"),
                wrong(
                        "why:",
                        "relations: {explains: [VMA-999]}\nwhy:",
                        ":16:12: there is no rule VMA-999"),
                wrong(
                        "why:",
                        "relations: {beats: [VMA-001]}\nwhy:",
                        ":16:12: a rule cannot stand in relation to itself"),
                wrong("why:", "collect: [handler]\nwhy:", ":16:10: unknown source 'handler'"),
                wrong("fixes: [longer]", "fixes: [shorter]", ":17:8: there is no fix 'shorter'"));
    }

    private static Arguments wrong(String from, String to, String told) {
        return Arguments.of(from, to, told);
    }

    @ParameterizedTest
    @MethodSource("wrongForms")
    void tellsAWrongFormWithItsPlace(String from, String to, String told) throws IOException {
        // Given
        var pack = new PackFolder(folder).rule(from, to);
        // When
        var errors = pack.errors();
        // Then
        assertThat(errors)
                .anySatisfy(error -> assertThat(error).startsWith(PackFolder.RULE).contains(told));
    }

    @Test
    void tellsEverythingAtOnce() throws IOException {
        // Given
        var text = PackFolder.replaced(PackFolder.RULE_TEXT, "severity: error", "severity: deadly");
        var pack =
                new PackFolder(folder)
                        .write(
                                PackFolder.RULE,
                                PackFolder.replaced(
                                        text, "fixes: [longer]", "fixes: [shorter]\nfoo: bar"))
                        .write(
                                "fixes/longer.yaml",
                                PackFolder.replaced(PackFolder.FIX_TEXT, "cure: fix", "cure: luck"))
                        .delete("catalog/vmaccess/VMA-001-refused/page.md");
        // When
        var errors = pack.errors();
        // Then
        assertThat(errors).hasSize(5).anyMatch(error -> error.endsWith("page.md: is missing"));
    }
}
