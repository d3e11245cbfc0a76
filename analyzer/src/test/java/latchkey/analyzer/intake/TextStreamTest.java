package latchkey.analyzer.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

final class TextStreamTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UTF-8|utf-8|plain ascii, nothing else",
                "UTF-8|utf-8|Kennwort ungültig, パスワード, 密码",
                "UTF-16LE|utf-16le|The password does not meet the policy",
                "UTF-16BE|utf-16be|The password does not meet the policy",
                "UTF-16LE|utf-16le|[2026/01/02 10:11:12] パスワードが正しくありません (0x80070005)",
                "windows-1252|windows-1252|Zugriff für Gerät verweigert: Schlüssel ungültig",
                "windows-1252|windows-1252|Accès refusé à l’utilisateur, où est la clé",
                "windows-1252|windows-1252|La contraseña no cumple; el año pasado sí",
                "windows-1252|windows-1252|Användaren är låst på servern också",
                "windows-1250|windows-1250|Hasło nie spełnia wymagań; użytkownik zablokowany się",
                "windows-1250|windows-1250|Uživatelské heslo není platné, přístup byl odepřen,"
                        + " příště",
                "windows-1251|windows-1251|Отказано в доступе: error 5, Пароль не подходит",
                "windows-31j|shift_jis|パスワードの長さが要件を満たしていません error 2245",
            })
    void readsTextInTheEncodingItIsWrittenIn(String charset, String expected, String text)
            throws IOException {
        // Given
        var bytes = (text + "\r\n").getBytes(Charset.forName(charset));

        // When
        var stream = TextStream.open(new ByteArrayInputStream(bytes));

        // Then
        assertThat(stream.encoding()).isEqualTo(expected);
        assertThat(utf8(stream)).isEqualTo(text + "\r\n");
    }

    @ParameterizedTest
    @CsvSource({"UTF-8,utf-8", "UTF-16LE,utf-16le", "UTF-16BE,utf-16be", "UTF-32LE,utf-32le"})
    void leavesOutTheByteOrderMark(String charset, String expected) throws IOException {
        // Given
        var bytes = "\ufeff\u5bc6\u7801".getBytes(Charset.forName(charset));

        // When
        var stream = TextStream.open(new ByteArrayInputStream(bytes));

        // Then
        assertThat(stream.encoding()).isEqualTo(expected);
        assertThat(utf8(stream)).isEqualTo("\u5bc6\u7801");
    }

    @Test
    void staysUtf8WhenTheHeadEndsInsideACharacter() throws IOException {
        // Given
        var bytes = ("x".repeat(64 * 1024 - 1) + "üüü").getBytes(StandardCharsets.UTF_8);

        // When
        var stream = TextStream.open(new ByteArrayInputStream(bytes));

        // Then
        assertThat(stream.encoding()).isEqualTo("utf-8");
        assertThat(stream.utf8().readAllBytes()).isEqualTo(bytes);
    }

    @Test
    void passesNulRunsAndBrokenBytesOfUtf8OnAsTheyAre() throws IOException {
        // Given
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes("Gerät gesperrt, für ".getBytes(StandardCharsets.UTF_8));
        bytes.writeBytes(new byte[3001]);
        bytes.write(0xff);

        // When
        var stream = TextStream.open(new ByteArrayInputStream(bytes.toByteArray()));

        // Then
        assertThat(stream.encoding()).isEqualTo("utf-8");
        assertThat(stream.utf8().readAllBytes()).isEqualTo(bytes.toByteArray());
    }

    @Test
    void replacesWhatLateBytesOfUtf16CannotMean() throws IOException {
        // Given
        var good = "ab\r\n".repeat(40_000).getBytes(StandardCharsets.UTF_16LE);
        var bytes = Arrays.copyOf(good, good.length + 3);
        bytes[good.length + 1] = (byte) 0xd8;

        // When
        var text = utf8(TextStream.open(new ByteArrayInputStream(bytes)));

        // Then
        assertThat(text).startsWith("ab\r\nab").hasSizeBetween(160_001, 160_002).endsWith("\ufffd");
    }

    @Test
    void keepsCharactersWholeAcrossBlocks() throws IOException {
        // Given
        var text = "x" + "\ud83d\ude00 \u5bc6\u7801".repeat(50_000);

        // When
        var stream =
                TextStream.open(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_16LE)));

        // Then
        assertThat(utf8(stream)).isEqualTo(text);
    }

    @Test
    void handsOutWhatCameBeforeAFailure() throws IOException {
        // Given
        var broken =
                new SequenceInputStream(
                        new ByteArrayInputStream("before".getBytes(StandardCharsets.UTF_8)),
                        new InputStream() {
                            @Override
                            public int read() throws IOException {
                                throw new RefusedException("It is damaged.");
                            }

                            @Override
                            public int read(byte[] into, int offset, int length)
                                    throws IOException {
                                return read();
                            }
                        });

        // When
        var stream = TextStream.open(broken).utf8();

        // Then
        assertThat(stream.readNBytes(6)).asString(StandardCharsets.UTF_8).isEqualTo("before");
        assertThatThrownBy(stream::read).isInstanceOf(RefusedException.class);
    }

    @Test
    void takesNothingForUtf8() throws IOException {
        // When
        var stream = TextStream.open(InputStream.nullInputStream());

        // Then
        assertThat(stream.encoding()).isEqualTo("utf-8");
        assertThat(stream.utf8().readAllBytes()).isEmpty();
    }

    private static String utf8(TextStream stream) throws IOException {
        return new String(stream.utf8().readAllBytes(), StandardCharsets.UTF_8);
    }
}
