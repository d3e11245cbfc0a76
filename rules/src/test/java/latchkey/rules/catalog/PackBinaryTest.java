package latchkey.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import latchkey.rules.rule.Pack;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;

/** The compiled form of a pack. */
final class PackBinaryTest {
    private static final Path ROOT = Path.of("").toAbsolutePath();

    @TempDir Path out;

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.00001, 0.1, 0.5, 0.8})
    void saysThatItIsCutOff(double share) throws IOException, RefusedPackException {
        byte[] whole = compiled();
        byte[] cut = Arrays.copyOf(whole, (int) (whole.length * share));
        assertThatThrownBy(() -> PackBinary.read(cut))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void saysThatItIsOfAnotherVersion() throws IOException, RefusedPackException {
        byte[] other = compiled();
        other[3]++;
        assertThatThrownBy(() -> PackBinary.read(other))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("another version");
    }

    @Test
    void keepsEveryLetterAndEveryKindOfSignal() throws IOException, RefusedPackException {
        // Given
        Path root = out.resolve("pack");
        Path rule = root.resolve("catalog/mine/XYZ-001-all/rule.yaml");
        Files.createDirectories(rule.getParent());
        Files.writeString(rule, ALL);
        Pack core = PackLoader.core();
        Rule written =
                Objects.requireNonNull(
                        PackLoader.read(root, core, new Problems())
                                .rules()
                                .get(new RuleId("XYZ-001")));
        PackOutput form = new PackOutput();
        // When
        RuleBinary.write(written, form);
        Rule read = RuleBinary.read(new PackInput(form.whole(), 0));
        // Then
        assertThat(read).isEqualTo(written);
        assertThat(read.evidence()).hasSize(11);
        assertThat(read.title()).isEqualTo("Zugriff für 日本語 – \uD83D\uDD11");
    }

    private static final String ALL =
            """
            id: XYZ-001
            revision: 3
            since: 0.1.0
            title: Zugriff für 日本語 – \uD83D\uDD11
            summary: Everything the language knows.
            kind: context
            severity: note
            proof: synthetic
            applies: {os: windows, handler: A.B, versions: {agent-version: "[2.0,3.0)"}, unless: [VMA-001]}
            scope: bundle
            evidence:
              literal: {literal: [some fixed text, überlanger Text], in: [waappagent-log], with: ['a+'], without: ['b+']}
              regex: {regex: 'some (?P<what>fixed) words', anchor: [fixed words]}
              code: {code: {hresult: "0x800708C5", small: 2245, symbols: [NERR_PasswordTooShort]}}
              json: {json: {at: /0/status, matches: 'err.*', beside: {code: '5'}}}
              event: {event: {channel: System, provider: SCM, ids: [7000, 70001], data: {param1: 'x'}}}
              registry: {registry: {key: 'Control', name: Start, lte: 4.5}}
              fact: {fact: {name: domain-role, in: [a, b]}}
              absent: {absent: {of: literal, source: waappagent-log}}
              count: {count: {of: literal, at-least: 2, at-most: 90000, within: 10m}}
              sequence: {sequence: {of: [literal, regex], within: 1d}}
              version: {version: {fact: os-version, range: "[6.1,6.2)"}}
            verdict: {all: [literal], none: [regex], at-least: {count: 1, of: [code, json]}}
            capture: {what: {from: regex, group: what, class: account}}
            relations: {explains: [VMA-001], often-with: [VMA-001]}
            implies: {agent: down}
            why: Because.
            """;

    private byte[] compiled() throws IOException, RefusedPackException {
        PackCompiler.compile(ROOT, out);
        return Files.readAllBytes(out.resolve("core.pack"));
    }
}
