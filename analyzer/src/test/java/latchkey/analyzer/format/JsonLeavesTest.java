package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

final class JsonLeavesTest {
    @Test
    void opensDocumentsInStringsInPlace() {
        // Given
        var text =
                "{\"a\":\n"
                        + " {\"message\": \"{\\r"
                        + "\\n"
                        + " \\\"error\\\": {\\\"code\\\": \\\"Late\\\", \\\"n\\\": -1}}\"}}";
        // When
        var leaves = JsonLeaves.of(text).values();
        // Then
        assertThat(paths(leaves))
                .containsExactly("/a/message!/error/code=Late", "/a/message!/error/n=-1");
        assertThat(text.substring(leaves.getFirst().offset())).startsWith("Late");
    }

    @Test
    void numbersSeveralDocumentsAndKeepsTheWordsBetween() {
        // When
        var leaves =
                JsonLeaves.of("{\"a\":1}\nand then System.Object[] {braces} {\"b\":[true,null]}");
        // Then
        assertThat(paths(leaves.values())).containsExactly("/0/a=1", "/1/b/0=true", "/1/b/1=null");
        assertThat(leaves.prose()).hasSize(1);
        assertThat(leaves.because()).isNull();
    }

    @Test
    void keepsWhatStandsBeforeTheCut() {
        // When
        var leaves = JsonLeaves.of("[{\"code\":\"X\",\"message\":\"half a \\\"sent");
        // Then
        assertThat(paths(leaves.values())).containsExactly("/0/code=X", "/0/message=half a \"sent");
        assertThat(leaves.because())
                .isEqualTo("The JSON ends in the middle; what came before was read.");
    }

    @Test
    void goesOnBehindABreak() {
        // When
        var leaves = JsonLeaves.of("{\"a\":1,… …\"services\":[{\"name\":\"KeyIso\"}]}");
        // Then
        assertThat(paths(leaves.values())).contains("/0/a=1", "/1/0/name=KeyIso");
        assertThat(leaves.because())
                .isEqualTo("The JSON is broken on the way; what can be read was read.");
    }

    @Test
    void endsAtItsLimits() {
        // When
        var many = JsonLeaves.of("[{\"a\":1}" + ",1".repeat(30_000) + "]");
        var deep = JsonLeaves.of("[".repeat(100_000));
        // Then
        assertThat(many.values()).hasSize(JsonLeaves.MOST);
        assertThat(many.because()).contains("20000");
        assertThat(deep.because()).isNotNull();
    }

    private static List<String> paths(List<Leaf> leaves) {
        return leaves.stream().map(leaf -> leaf.path() + "=" + leaf.value()).toList();
    }
}
