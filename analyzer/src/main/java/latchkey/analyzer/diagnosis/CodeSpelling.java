package latchkey.analyzer.diagnosis;

import latchkey.rules.rule.ErrorCode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Recognises one error in every spelling. Hexadecimal, signed and symbolic spellings stand alone; a
 * small decimal counts only beside a word that announces a code, or as the whole value of a field
 * that is named so.
 */
final class CodeSpelling {
    private static final Set<String> CODE_FIELDS =
            Set.of(
                    "code",
                    "errorcode",
                    "error",
                    "hresult",
                    "exitcode",
                    "number",
                    "nativeerrorcode",
                    "statuscode",
                    "param1",
                    "param2");

    private final ErrorCode code;
    private final List<String> alone;
    private final Expression announced;

    CodeSpelling(ErrorCode code) {
        this.code = code;
        alone = standingAlone(code);
        announced =
                new Expression(
                        "(?:error|code|fehler|fehlercode|erreur|errore|código|codigo|hresult|エラー|コード"
                            + "|syst.{1,2}me|sistema|systeemfout|systemu|错误|ошибка)"
                            + "[\\s:=#(\\[]{0,4}(?:code[\\s:=#(]{0,3})?"
                                + code.small()
                                + "(?:$|[^0-9A-Za-z.]|\\.(?:$|[^0-9]))"
                                // What sc.exe says: [SC] OpenService FAILED 1060:
                                + "|\\[SC\\].{1,60}\\s"
                                + code.small()
                                + " ?:");
    }

    /** Index of the first spelling in the text, -1 for none. */
    int findIn(String text, String lowerCaseText) {
        for (String spelling : alone) {
            int at = wordAt(lowerCaseText, spelling);
            if (at >= 0) {
                return at;
            }
        }
        if (code.small() == null || !text.contains(Integer.toString(code.small()))) {
            return -1;
        }
        Expression.Found found = announced.find(text);
        return found == null ? -1 : found.at();
    }

    /** Whether the value of a field is this code: {@code code} fields may hold a bare number. */
    boolean isValue(String fieldName, String value) {
        String lower = value.trim().toLowerCase(Locale.ROOT);
        if (alone.contains(lower)) {
            return true;
        }
        Integer small = code.small();
        return small != null
                && lower.equals(Integer.toString(small))
                && CODE_FIELDS.contains(fieldName.toLowerCase(Locale.ROOT));
    }

    /** The values that a bare field may hold. */
    static List<String> bareValues(ErrorCode code) {
        List<String> values = standingAlone(code);
        Integer small = code.small();
        if (small != null) {
            values.add(Integer.toString(small));
        }
        return values;
    }

    /** Spellings that need no word such as error before them. */
    private static List<String> standingAlone(ErrorCode code) {
        List<String> spellings = new ArrayList<>();
        Integer hresult = code.hresult();
        if (hresult != null) {
            spellings.add(ErrorCode.hexadecimal(hresult));
            spellings.add(Integer.toString(hresult));
            spellings.add(Integer.toUnsignedString(hresult));
        }
        for (String symbol : code.symbols()) {
            spellings.add(symbol.toLowerCase(Locale.ROOT));
        }
        return spellings;
    }

    private static int wordAt(String text, String word) {
        for (int at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
            int end = at + word.length();
            boolean startsWord = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            boolean endsWord = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (startsWord && endsWord) {
                return at;
            }
        }
        return -1;
    }
}
