package latchkey.analyzer.redaction;

import java.util.Locale;
import java.util.Set;

/** Values that are evidence or mean nobody: never masked. */
final class WellKnown {
    private static final Set<String> ADDRESSES =
            Set.of("168.63.129.16", "169.254.169.254", "0.0.0.0", "255.255.255.255");

    /** Accounts, groups and authorities that every Windows has, some in other languages. */
    private static final Set<String> NAMES =
            Set.of(
                    "administrators",
                    "administrator",
                    "administratoren",
                    "administrateurs",
                    "administrateur",
                    "administradores",
                    "administrador",
                    "amministratori",
                    "amministratore",
                    "beheerders",
                    "system",
                    "localsystem",
                    "local system",
                    "local service",
                    "localservice",
                    "network service",
                    "networkservice",
                    "everyone",
                    "jeder",
                    "guest",
                    "guests",
                    "gast",
                    "gäste",
                    "defaultaccount",
                    "wdagutilityaccount",
                    "builtin",
                    "nt authority",
                    "nt-autorität",
                    "nt service",
                    "workgroup",
                    "users",
                    "benutzer",
                    "remote desktop users",
                    "remotedesktopbenutzer",
                    "power users",
                    "authenticated users",
                    "interactive",
                    "anonymous logon",
                    "trustedinstaller",
                    "public",
                    "default",
                    "all users",
                    "default user",
                    "defaultapppool",
                    "localhost",
                    "domain admins",
                    "domain users",
                    "krbtgt",
                    "window manager",
                    "font driver host",
                    "dwm-1",
                    "umfd-0",
                    "local",
                    "root",
                    "azureadmin group",
                    "application package authority");

    /** Words that fill a place without naming anyone, and words of prose that follow a colon. */
    private static final Set<String> FILLERS =
            Set.of(
                    "vmname",
                    "myvm",
                    "username",
                    "user",
                    "name",
                    "computername",
                    "hostname",
                    "password",
                    "value",
                    "null",
                    "none",
                    "nil",
                    "true",
                    "false",
                    "yes",
                    "no",
                    "n/a",
                    "na",
                    "unknown",
                    "empty",
                    "string",
                    "securestring",
                    "redacted",
                    "the",
                    "a",
                    "an",
                    "this",
                    "that",
                    "it",
                    "is",
                    "was",
                    "are",
                    "be",
                    "must",
                    "can",
                    "cannot",
                    "could",
                    "may",
                    "not",
                    "should",
                    "does",
                    "do",
                    "did",
                    "has",
                    "have",
                    "had",
                    "to",
                    "for",
                    "from",
                    "of",
                    "in",
                    "on",
                    "at",
                    "by",
                    "and",
                    "or",
                    "with",
                    "without",
                    "error",
                    "failed",
                    "failure",
                    "access",
                    "please",
                    "minimum",
                    "new",
                    "command",
                    "returned",
                    "completed",
                    "required",
                    "missing",
                    "invalid",
                    "expired",
                    "exception",
                    "there",
                    "no.",
                    "your",
                    "das",
                    "der",
                    "die",
                    "ein",
                    "eine",
                    "kann",
                    "muss",
                    "ist",
                    "nicht",
                    "wurde",
                    "le",
                    "la",
                    "el",
                    "se",
                    "windows",
                    "account",
                    "already",
                    "exists",
                    "reset",
                    "changed",
                    "set",
                    "successfully",
                    "succeeded",
                    "complexity",
                    "policy");

    /**
     * Words that logs are full of; a name like these is masked only where the text says that it is
     * one.
     */
    private static final Set<String> COMMON =
            Set.of(
                    "agent",
                    "azure",
                    "admin",
                    "setpassword",
                    "createuseringroup",
                    "runas",
                    "test",
                    "guest",
                    "server",
                    "client",
                    "virtual",
                    "machine",
                    "vmaccess",
                    "enable",
                    "enablevmaccess",
                    "vmaccessagent",
                    "extension",
                    "handler",
                    "plugin",
                    "plugins",
                    "status",
                    "service",
                    "host",
                    "info",
                    "warn",
                    "warning",
                    "debug",
                    "start",
                    "stop",
                    "code",
                    "message",
                    "operation",
                    "provisioning",
                    "running",
                    "ready",
                    "success",
                    "microsoft",
                    "compute",
                    "remote",
                    "desktop",
                    "local",
                    "domain",
                    "network",
                    "disk",
                    "update",
                    "install",
                    "config",
                    "settings",
                    "time",
                    "date",
                    "type",
                    "version",
                    "packages",
                    "program",
                    "waappagent",
                    "windowsazure",
                    "guestagent",
                    "windowsazureguestagent",
                    "rdagent",
                    "backup",
                    "build",
                    "owner",
                    "data",
                    "temp",
                    "customscriptextension",
                    "bginfo",
                    "diagnostics",
                    "monitoring",
                    "security",
                    "application",
                    "setup",
                    "support",
                    "production",
                    "prod",
                    "main",
                    "master",
                    "node",
                    "worker",
                    "west",
                    "east",
                    "north",
                    "south",
                    "global",
                    "login");

    private WellKnown() {}

    static boolean isAddress(String address) {
        return ADDRESSES.contains(address)
                || address.startsWith("127.")
                || address.startsWith("255.")
                || address.startsWith("0.");
    }

    /** Neither an account nor a host of anyone. */
    static boolean isNobody(String value) {
        String folded = value.strip().toLowerCase(Locale.ROOT);
        return folded.length() < 2
                || NAMES.contains(folded)
                || FILLERS.contains(folded)
                || isPlaceholder(folded)
                || folded.startsWith("microsoft.")
                || folded.startsWith("system.")
                || folded.chars().noneMatch(Character::isLetter)
                || folded.startsWith("0x");
    }

    static boolean isFiller(String word) {
        return FILLERS.contains(word.toLowerCase(Locale.ROOT));
    }

    static boolean isName(String value) {
        return NAMES.contains(value.toLowerCase(Locale.ROOT));
    }

    /** Whether a value may be masked wherever it stands. */
    static boolean isDistinct(String value) {
        String folded = value.toLowerCase(Locale.ROOT);
        if (COMMON.contains(folded) || isNobody(folded)) {
            return false;
        }
        boolean isMixed = folded.chars().anyMatch(c -> !Character.isLetter(c));
        return folded.length() >= (isMixed ? 3 : 4);
    }

    /**
     * Such as {@code <vm>}, {@code {0}}, {@code %s}, {@code ****}, {@code $(...)} and our own
     * tokens.
     */
    static boolean isPlaceholder(String value) {
        if (value.isEmpty()) {
            return true;
        }
        char first = value.charAt(0);
        char last = value.charAt(value.length() - 1);
        return (first == '<' && (last == '>' || value.length() == 1))
                || (first == '{' && last == '}')
                || (first == '[' && last == ']')
                || (first == '%' && (last == '%' || value.length() == 2))
                || value.startsWith("***")
                || value.startsWith("$(")
                || value.startsWith("${")
                || value.chars()
                        .allMatch(c -> c == '*' || c == 'x' || c == 'X' || c == '-' || c == '.');
    }
}
