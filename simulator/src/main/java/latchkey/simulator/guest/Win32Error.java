package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Locale;

/**
 * Errors that Windows answers with, as HRESULT. The texts per language are in {@link SystemTexts}.
 */
@Known(how = How.SPECIFIED, source = "winerror.h and lmerr.h; texts of public reports")
public enum Win32Error {
    ACCESS_DENIED(0x80070005),
    BAD_IMAGE(0x8007000B),
    DISK_FULL(0x80070070),
    INVALID_PASSWORD(0x80070056),
    BLOCKED_BY_POLICY(0x800704EC),
    SOCKET_FORBIDDEN(0x8007271D),
    SOCKET_TIMED_OUT(0x8007274C),
    NETWORK_UNREACHABLE(0x80072743),
    HOST_UNREACHABLE(0x80072751),
    ENDPOINT_NOT_FOUND(0x800706D9),
    LOGON_FAILURE(0x8007052E),
    PASSWORD_EXPIRED(0x80070532),
    PASSWORD_MUST_CHANGE(0x80070773),
    ACCOUNT_LOCKED_OUT(0x80070775),
    ACCOUNT_DISABLED(0x80070533),
    PASSWORD_TOO_SHORT(0x800708C5),
    POLICY_CONTROLLED_ACCOUNT(0x800721CE),
    USER_NOT_FOUND(0x800708AD),
    USER_EXISTS(0x800708B0),
    BAD_USER_NAME(0x8007089A),
    NO_SUCH_MEMBER(0x8007056B),
    NTE_PERM(0x80090010),
    NTE_BAD_KEYSET(0x80090016),
    CRYPT_NO_DECRYPT_CERT(0x8009100B);

    private final int hresult;

    Win32Error(int hresult) {
        this.hresult = hresult;
    }

    /** The number as a program gets it. */
    public int hresult() {
        return hresult;
    }

    /** Such as {@code 0x800708C5}. */
    public String hex() {
        return "0x" + Integer.toHexString(hresult).toUpperCase(Locale.ROOT);
    }
}
