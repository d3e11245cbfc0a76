package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** Status and sub-status of a failed sign-in, with the reason's message number and text. */
@Known(
        how = How.SPECIFIED,
        source = "ntstatus.h; table of logon status codes of event 4625; message numbers assumed")
enum LogonStatus {
    UNKNOWN_NAME("0xc000006d", "0xc0000064", "%%2313", "Unknown user name or bad password."),
    WRONG_PASSWORD("0xc000006d", "0xc000006a", "%%2313", "Unknown user name or bad password."),
    DISABLED("0xc000006e", "0xc0000072", "%%2310", "Account currently disabled."),
    ACCOUNT_EXPIRED(
            "0xc000006e", "0xc0000193", "%%2305", "The specified user account has expired."),
    PASSWORD_EXPIRED(
            "0xc000006e", "0xc0000071", "%%2309", "The specified account's password has expired."),
    MUST_CHANGE("0xc0000224", "0x0", "%%2309", "The specified account's password has expired."),
    LOCKED("0xc0000234", "0x0", "%%2307", "Account locked out."),
    OUTSIDE_HOURS(
            "0xc000006e", "0xc000006f", "%%2311", "Account logon time restriction violation."),
    OTHER_WORKSTATION(
            "0xc000006e", "0xc0000070", "%%2312", "User not allowed to logon at this computer."),
    PROTECTED("0xc000006e", "0xc000006e", "%%2304", "An Error occured during Logon."),
    NOT_GRANTED(
            "0xc000015b",
            "0x0",
            "%%2308",
            "The user has not been granted the requested logon type at this machine."),
    NO_CONTROLLER("0xc000005e", "0x0", "%%2304", "An Error occured during Logon."),
    TRUST_BROKEN("0xc000018d", "0x0", "%%2304", "An Error occured during Logon."),
    CLOUD_FAILED("0xc000006d", "0xc0048512", "%%2304", "An Error occured during Logon.");

    private final String status;
    private final String subStatus;
    private final String reason;
    private final String text;

    LogonStatus(String status, String subStatus, String reason, String text) {
        this.status = status;
        this.subStatus = subStatus;
        this.reason = reason;
        this.text = text;
    }

    /** Hexadecimal, as the log writes it. */
    String status() {
        return status;
    }

    /** Hexadecimal; {@code 0x0} when the status says all. */
    String subStatus() {
        return subStatus;
    }

    /** Number of the reason's message. */
    String reason() {
        return reason;
    }

    /** The reason's message. */
    String text() {
        return text;
    }
}
