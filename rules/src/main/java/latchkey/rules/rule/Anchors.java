package latchkey.rules.rule;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

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
        List<String> anchors = new ArrayList<>(codes.size() * 16 + wordings.size());
        for (ErrorCode code : codes) {
            addSpellings(code, anchors);
        }
        for (Wording wording : wordings) {
            anchors.addAll(wording.anchors());
        }
        return anchors;
    }

    private static void addSpellings(ErrorCode code, List<String> anchors) {
        Integer hresult = code.hresult();
        if (hresult != null) {
            add(ErrorCode.hexadecimal(hresult), anchors);
            add(Integer.toString(hresult), anchors);
            add(Long.toString(Integer.toUnsignedLong(hresult)), anchors);
        }
        for (String symbol : code.symbols()) {
            add(symbol, anchors);
        }
        if (code.small() != null) {
            addAnnounced(Integer.toString(code.small()), anchors);
        }
    }

    /** An announcement that ends as a shorter one does is found by that. */
    private static void addAnnounced(String number, List<String> anchors) {
        int from = anchors.size();
        for (String word : ANNOUNCING) {
            String spelling = word + number;
            boolean found = !isLongEnough(spelling);
            for (int i = from; i < anchors.size() && !found; i++) {
                found = spelling.endsWith(anchors.get(i));
            }
            if (!found) {
                anchors.add(spelling);
            }
        }
    }

    private static void add(String anchor, List<String> anchors) {
        if (isLongEnough(anchor)) {
            anchors.add(anchor);
        }
    }

    private static boolean isLongEnough(String anchor) {
        return anchor.getBytes(StandardCharsets.UTF_8).length >= LEAST;
    }
}
