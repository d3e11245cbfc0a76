package latchkey.rules.rule;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * One error in all its spellings: {@code 0x800708C5}, {@code -2147022651}, {@code 2147944645},
 * 2245, or a symbol.
 *
 * @param hresult the 32-bit value that the hexadecimal and the signed spelling share, null when the
 *     error has none
 * @param small the short decimal, a Win32 or network code; counts only beside a word such as error
 *     or code
 * @param symbols the SDK's names for it
 */
public record ErrorCode(@Nullable Integer hresult, @Nullable Integer small, List<String> symbols) {
    public ErrorCode {
        symbols = List.copyOf(symbols);
        if (hresult == null && small == null && symbols.isEmpty()) {
            throw new IllegalArgumentException("an error code needs at least one spelling");
        }
    }

    /** The hexadecimal spelling of a 32-bit value: {@code 0x800708c5}. */
    public static String hexadecimal(int hresult) {
        String digits = Integer.toHexString(hresult);
        return "0x" + "00000000".substring(digits.length()) + digits;
    }
}
