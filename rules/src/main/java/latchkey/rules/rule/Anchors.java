package latchkey.rules.rule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The spellings of error codes that the scanner looks for. */
public final class Anchors {
    /** Shortest anchor in bytes of UTF-8; the scanner cannot find shorter ones. */
    public static final int LEAST = 10;

    /**
     * Words that announce a small code; the spellings of a code are these with the number behind
     * them.
     */
    private static final List<String> ANNOUNCING =
            List.of(
                    "error ",
                    "error: ",
                    "error code ",
                    "error code: ",
                    "error code=",
                    "error code:",
                    "errorcode: ",
                    "error (",
                    "error: (",
                    "code ",
                    "code: ",
                    "code=",
                    "code = ",
                    "exit code ",
                    "exit code: ",
                    "status code ",
                    "system error ",
                    "win32 error ",
                    "hresult ",
                    "fehler ",
                    "fehler: ",
                    "fehlercode ",
                    "fehlercode: ",
                    "systemfehler ",
                    "erreur ",
                    "erreur : ",
                    "code d'erreur ",
                    "errore ",
                    "código ",
                    "código de error ",
                    "エラー ",
                    "エラー: ",
                    "エラー コード ",
                    "エラー コード: ",
                    "エラーコード: ",
                    "failed ",
                    "erreur système ",
                    "error de sistema ",
                    "erro do sistema ",
                    "errore di sistema ",
                    "システム エラー ",
                    "系统错误 ",
                    "错误 ",
                    "systeemfout ",
                    "błąd systemu ",
                    "системная ошибка ",
                    "ошибка ");

    private Anchors() {}

    static List<String> of(List<ErrorCode> codes, List<Wording> wordings) {
        Set<String> anchors = new LinkedHashSet<>();
        for (ErrorCode code : codes) {
            anchors.addAll(spellings(code));
        }
        for (Wording wording : wordings) {
            anchors.addAll(wording.anchors());
        }
        return List.copyOf(anchors);
    }

    private static List<String> spellings(ErrorCode code) {
        List<String> spellings = new ArrayList<>();
        Integer hresult = code.hresult();
        if (hresult != null) {
            spellings.add("0x" + String.format(Locale.ROOT, "%08x", hresult));
            spellings.add(Integer.toString(hresult));
            spellings.add(Long.toString(Integer.toUnsignedLong(hresult)));
        }
        spellings.addAll(code.symbols());
        if (code.small() != null) {
            ANNOUNCING.forEach(word -> spellings.add(word + code.small()));
        }
        return spellings.stream().filter(Anchors::isLongEnough).toList();
    }

    private static boolean isLongEnough(String anchor) {
        return anchor.getBytes(StandardCharsets.UTF_8).length >= LEAST;
    }
}
