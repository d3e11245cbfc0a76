package latchkey.analyzer.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** The short cuts of masking answer as the long way round does, on texts made of what they skip. */
final class QuickMaskTest {
    private static final int TEXTS = 2_000;
    private static final List<String> PIECES =
            List.of(
                    "net",
                    "NET USER",
                    "net user bob Hunter2-x",
                    "az ",
                    "Az.cmd ",
                    "psexec",
                    "-p ",
                    "sig=",
                    "%3d",
                    "authorization",
                    ": bearer ",
                    "eyJhbGciOi.",
                    "-----BEGIN ",
                    "-----END ",
                    "-----",
                    "://",
                    "u:p@h",
                    "q~",
                    "8Q~",
                    "password",
                    "Pass.Word",
                    "p_w_d",
                    "secret-Value",
                    "publicKeyToken",
                    "Account Name",
                    "=",
                    ":",
                    " ",
                    "\t",
                    "\n",
                    "\r\n",
                    "\"",
                    "'",
                    "\\",
                    "&quot;",
                    "{",
                    "}",
                    "<value>",
                    "</value>",
                    "_",
                    "-",
                    ".",
                    "İ",
                    "ſ",
                    "K",
                    "ß",
                    "日本",
                    "😀",
                    "\0",
                    "q",
                    "~",
                    "n",
                    "ne",
                    "//",
                    "0x80",
                    "aB3".repeat(25),
                    "Zz9+/=".repeat(11),
                    "a/b".repeat(30),
                    "convertto-securestring");

    private static String text(Random lots) {
        StringBuilder text = new StringBuilder();
        int pieces = lots.nextInt(40);
        for (int i = 0; i < pieces; i++) {
            text.append(PIECES.get(lots.nextInt(PIECES.size())));
        }
        return text.toString();
    }

    private static List<String> texts() {
        var lots = new Random(4711);
        List<String> texts = new ArrayList<>(List.of("", "n", "net", "q~"));
        for (int i = 0; i < TEXTS; i++) {
            texts.add(text(lots));
        }
        return texts;
    }

    @Test
    void placesOfWordsAreThoseOfASearchForEach() {
        for (String text : texts()) {
            var passage = Passage.of(text);
            for (String word : PIECES) {
                for (int from = 0; from <= text.length() + 1; from += 1 + from / 7) {
                    assertThat(passage.find(word, from))
                            .as("%s in %s from %s", word, text, from)
                            .isEqualTo(passage.folded().indexOf(word, from));
                }
            }
        }
    }

    @Test
    void foldedIsLowerCaseCharacterByCharacter() {
        for (String text : texts()) {
            var slow = new StringBuilder();
            text.chars().forEach(c -> slow.append(Character.toLowerCase((char) c)));
            assertThat(Passage.of(text).folded()).isEqualTo(slow.toString());
        }
    }

    @Test
    void namesThatAreSkippedAreNoNamesOfSecrets() {
        for (String text : texts()) {
            var passage = Passage.of(text);
            List<Integer> wanted = new ArrayList<>();
            List<Integer> asked = new ArrayList<>();
            NamedValue.each(passage, new Asking(wanted, false));
            NamedValue.each(passage, new Asking(asked, true));
            assertThat(asked).as(text).isEqualTo(wanted);
        }
    }

    /** Notes where values of secret names begin, with the quick no or without it. */
    private record Asking(List<Integer> starts, boolean isQuick) implements NamedValue.Reader {
        @Override
        public boolean wants(String name) {
            return NamedSecrets.isSecretName(name);
        }

        @Override
        public boolean mayWant(Passage passage, int start, int end) {
            return !isQuick || NamedSecrets.mayBeSecret(passage, start, end);
        }

        @Override
        public int read(Passage passage, NamedValue value) {
            starts.add(value.start());
            return value.start();
        }
    }

    @Test
    void longRunsAreThoseOfAWalkOverEveryCharacter() {
        for (String text : texts()) {
            var passage = Passage.of(text);
            List<Integer> slow = new ArrayList<>();
            for (int at = 0; at < text.length(); at++) {
                int end = passage.runEnd(at, "+/=");
                if (end - at >= ShapedSecrets.SHORTEST_BLOB) {
                    slow.add(at);
                    slow.add(end);
                }
                at = Math.max(at, end);
            }
            List<Integer> quick = new ArrayList<>();
            ShapedSecrets.longRuns(
                    passage,
                    (start, end) -> {
                        quick.add(start);
                        quick.add(end);
                    });
            assertThat(quick).as(text).isEqualTo(slow);
        }
    }
}
