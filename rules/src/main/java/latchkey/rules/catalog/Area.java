package latchkey.rules.catalog;

import latchkey.rules.rule.Kind;
import latchkey.rules.rule.RuleId;

import java.util.Optional;
import java.util.stream.Stream;

/** The areas of the rule base: the first letters of an id, and the folder its rules live in. */
public enum Area {
    VMA("vmaccess", "VMAccess"),
    ARM("platform", "Platform"),
    AGT("agent", "Guest agent"),
    WIN("os", "Windows"),
    NET("network", "Network"),
    RDP("rdp", "Remote Desktop"),
    IDN("identity", "Identity"),
    EVA("eva", "Emergency VM access");

    private final String folder;
    private final String title;

    Area(String folder, String title) {
        this.folder = folder;
        this.title = title;
    }

    public String folder() {
        return folder;
    }

    public String title() {
        return title;
    }

    /** Nothing for a prefix that no area has. */
    public static Optional<Area> of(RuleId id) {
        return Stream.of(values()).filter(area -> id.value().startsWith(area.name())).findFirst();
    }

    /** The kind of rule that a number stands for: each hundred is one kind. */
    static Optional<Kind> kindOf(RuleId id) {
        return switch (id.value().charAt(4)) {
            case '0' -> Optional.of(Kind.CAUSE);
            case '1' -> Optional.of(Kind.SYMPTOM);
            case '2' -> Optional.of(Kind.HEALTHY);
            case '3' -> Optional.of(Kind.CONTEXT);
            default -> Optional.empty();
        };
    }
}
