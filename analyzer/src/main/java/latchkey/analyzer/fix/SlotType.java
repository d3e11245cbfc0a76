package latchkey.analyzer.fix;

import com.google.re2j.Pattern;

import latchkey.rules.rule.Fix;

import java.util.Locale;
import java.util.Optional;

/** What a slot of a command may hold; everything else is shown as a placeholder. */
enum SlotType {
    RG(
            "resource group",
            "a resource group name",
            "[\\pL\\pN_(][\\pL\\pN_.()-]{0,88}[\\pL\\pN_()-]|[\\pL\\pN_]"),
    VM("VM name", "a VM name", "[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,62}[A-Za-z0-9_])?"),
    REGION("region", "a region name", "[A-Za-z0-9](?:[A-Za-z0-9 -]{0,48}[A-Za-z0-9])?"),
    /** NAME, DOMAIN\NAME or NAME@DOMAIN. */
    USER(
            "user name",
            "an account name",
            "(?:" + Part.ACCOUNT + "\\\\)?" + Part.ACCOUNT + "(?:@[A-Za-z0-9.-]{1,120})?"),
    EXTENSION(
            "extension name",
            "an extension name",
            "[A-Za-z0-9](?:[A-Za-z0-9_.-]{0,78}[A-Za-z0-9_])?"),
    SUBSCRIPTION("subscription id", "a GUID", Part.GUID),
    RESOURCE_ID(
            "resource id",
            "a resource id",
            "(?i:/subscriptions/)" + Part.GUID + "(?:/[\\pL\\pN_(][\\pL\\pN_.()-]{0,127}){0,16}"),
    ERCS(
            "privileged endpoint",
            "a host name or address",
            "[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?"),
    TENANT("tenant id", "a GUID", Part.GUID),
    PORT("port", "a port number", "[1-9][0-9]{0,4}"),
    SERVICE(
            "service name",
            "a service name",
            "[A-Za-z0-9_](?:[A-Za-z0-9_.$ -]{0,78}[A-Za-z0-9_])?"),
    PATH(
            "path",
            "a plain path on a drive",
            "[A-Za-z]:\\\\(?:[\\pL\\pN_(){}~+][\\pL\\pN_(){}~+ .-]{0,120}\\\\?){0,30}");

    private static final int LONGEST = 1000;

    /** What redaction leaves of a value; harmless in quotes. */
    private static final Pattern TOKEN = Pattern.compile("<[a-z]{1,12}-[0-9]{1,9}>");

    private final String label;
    private final String expectation;
    private final Pattern allowed;

    SlotType(String label, String expectation, String allowed) {
        this.label = label;
        this.expectation = expectation;
        this.allowed = Pattern.compile(allowed);
    }

    static Optional<SlotType> named(String name) {
        for (SlotType type : values()) {
            if (type.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(name)) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    /** Shown where the value is missing. */
    String label() {
        return label;
    }

    /** Completes "because it is not". */
    String expectation() {
        return expectation;
    }

    /** No allowed value starts like an option; cmd's programs also take a slash for one. */
    boolean accepts(String value, Fix.Shell shell) {
        if (value.length() > LONGEST || (shell == Fix.Shell.CMD && value.startsWith("/"))) {
            return false;
        }
        return TOKEN.matches(value) || (allowed.matches(value) && isInRange(value));
    }

    private boolean isInRange(String value) {
        return this != PORT || Integer.parseInt(value) <= 65_535;
    }

    /** Parts of the expressions above. */
    private static final class Part {
        static final String GUID = "[0-9A-Fa-f]{8}(?:-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}";
        static final String ACCOUNT = "[\\pL\\pN_](?:[\\pL\\pN_. -]{0,62}[\\pL\\pN_-])?";
    }
}
