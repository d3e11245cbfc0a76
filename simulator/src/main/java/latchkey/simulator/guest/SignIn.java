package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Locale;

/** What came of an attempt to sign in over Remote Desktop. */
public sealed interface SignIn {
    /**
     * A session began.
     *
     * @param account who is in it, with the domain or computer name before it
     * @param session its number
     * @param temporaryProfile whether the person got a profile that is thrown away afterwards
     */
    record Admitted(String account, int session, boolean temporaryProfile) implements SignIn {}

    /**
     * No session began.
     *
     * @param reason why, in the world's own terms
     * @param message what the client shows, in its language
     */
    record Refused(Reason reason, String message) implements SignIn {
        /** The world's word for the reason, in kebab case. */
        public String because() {
            return reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** Why no session began, from the outermost obstacle to the innermost. */
    @Known(
            how = How.SPECIFIED,
            source = "catalogue of Remote Desktop errors in the VM's troubleshooting pages")
    enum Reason {
        OS_NOT_UP(ClientText.CANNOT_CONNECT),
        NETWORK_DOWN(ClientText.CANNOT_CONNECT),
        SECURITY_GROUP_CLOSED(ClientText.CANNOT_CONNECT),
        FIREWALL_BLOCKS(ClientText.CANNOT_CONNECT),
        SERVICE_NOT_RUNNING(ClientText.CANNOT_CONNECT),
        SERVICE_HUNG(ClientText.CANNOT_CONNECT),
        CONNECTIONS_DENIED(ClientText.CANNOT_CONNECT),
        CONNECTIONS_DENIED_BY_POLICY(ClientText.CANNOT_CONNECT),
        LISTENER_DISABLED(ClientText.CANNOT_CONNECT),
        LISTENER_ON_ANOTHER_PORT(ClientText.CANNOT_CONNECT),
        FLOODED(ClientText.INTERNAL_ERROR),
        CERTIFICATE_UNUSABLE(ClientText.INTERNAL_ERROR),
        NO_COMMON_TLS(ClientText.INTERNAL_ERROR),
        CREDSSP_MISMATCH(ClientText.CREDSSP),
        CONTROLLER_UNREACHABLE(ClientText.NLA_NO_CONTROLLER),
        TRUST_BROKEN(ClientText.TRUST_FAILED),
        UNKNOWN_NAME(ClientText.CREDENTIALS),
        WRONG_PASSWORD(ClientText.CREDENTIALS),
        ENTRA_LOGIN_STALE(ClientText.CREDENTIALS),
        LOCKED(ClientText.LOCKED),
        DISABLED(ClientText.DISABLED),
        ACCOUNT_EXPIRED(ClientText.ACCOUNT_EXPIRED),
        PASSWORD_EXPIRED(ClientText.AUTHORITY),
        MUST_CHANGE_PASSWORD(ClientText.MUST_CHANGE),
        OUTSIDE_HOURS(ClientText.RESTRICTED),
        OTHER_WORKSTATION(ClientText.RESTRICTED),
        PROTECTED(ClientText.RESTRICTED),
        NOT_GRANTED(ClientText.NOT_AUTHORIZED),
        NO_LICENCE(ClientText.NO_LICENCE);

        private final ClientText text;

        Reason(ClientText text) {
            this.text = text;
        }

        /** What a client shows for it. */
        public ClientText text() {
            return text;
        }
    }
}
