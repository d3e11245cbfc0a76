package latchkey.rules.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.Test;

final class HostileYamlTest {
    private static String refusal(String text) {
        var problems = new Problems();
        Yaml.read("x.yaml", text, problems);
        assertThat(problems.hasErrors()).isTrue();
        return problems.all().getFirst().toString();
    }

    @Test
    void refusesAnAliasBombAtItsFirstAnchor() {
        var bomb = "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n";
        assertThat(refusal(bomb)).isEqualTo("x.yaml:1:4: anchors are not allowed");
    }

    @Test
    void refusesAnAlias() {
        assertThat(refusal("a: x\nb: *a\n")).startsWith("x.yaml:2:4: ");
    }

    @Test
    void refusesTags() {
        assertThat(refusal("a: !!java.net.URL [x]\n"))
                .isEqualTo("x.yaml:1:4: tags are not allowed");
        assertThat(refusal("a: !!str x\n")).isEqualTo("x.yaml:1:4: tags are not allowed");
    }

    @Test
    void refusesADuplicateKeyAtTheSecond() {
        assertThat(refusal("a: 1\nb: 2\na: 3\n"))
                .isEqualTo("x.yaml:3:1: the key 'a' is there twice");
    }

    @Test
    void refusesFiveThousandBrackets() {
        assertThat(refusal("a: " + "[".repeat(5000)))
                .isEqualTo("x.yaml:1:24: nested deeper than 20");
        assertThat(refusal("a: " + "{".repeat(5000))).startsWith("x.yaml:1:");
    }

    @Test
    void refusesALargeFileASecondDocumentAndBrokenYaml() {
        assertThat(refusal("a: " + "x".repeat(300_000))).contains("longer than");
        assertThat(refusal("a: 1\n---\nb: 2\n"))
                .isEqualTo("x.yaml:2:1: a second document in one file");
        assertThat(refusal("a: [1\nb: 2\n")).startsWith("x.yaml:2:");
        assertThat(refusal("")).contains("must hold one map");
    }

    @Test
    void keepsEveryScalarAsText() {
        var problems = new Problems();
        var node = requireNonNull(Yaml.read("x.yaml", "a: NO\nb: 0x10\nc: 1.10\n", problems));
        assertThat(problems.all()).isEmpty();
        assertThat(node.nodes().values())
                .extracting(value -> ((Node.Text) value).value())
                .containsExactly("NO", "0x10", "1.10");
    }
}
