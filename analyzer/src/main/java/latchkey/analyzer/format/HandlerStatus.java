package latchkey.analyzer.format;

import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.RunKey;
import latchkey.rules.rule.SourceKind;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The status file of a handler, {@code Status/N.status}. */
final class HandlerStatus implements DocumentFormat {
    private static final SourceKind KIND = new SourceKind("handler-status");
    private static final Pattern NAME = Pattern.compile("\\d+\\.status");

    /** Such as {@code /0/status/status}; a substatus has its own path. */
    private static final Pattern STATUS =
            Pattern.compile("(?:/\\d+)*/status/status", Pattern.CASE_INSENSITIVE);

    private static final List<String> VMACCESS_WORDS =
            List.of(
                    "vmaccess",
                    "remote desktop connection settings for",
                    "built-in administrator account",
                    "updated admin account",
                    "remoteaccessaccountmanager",
                    "admin user account");

    @Override
    public SourceKind kind() {
        return KIND;
    }

    @Override
    public int recognises(Peek peek) {
        Clues clues = new Clues(peek);
        if (NAME.matcher(peek.baseName()).matches()) {
            return 95;
        }
        boolean status =
                clues.haveKeys("timestampUTC", "status") && !clues.haveKeys("aggregateStatus");
        return clues.startJson() && status ? 84 : 0;
    }

    @Override
    public void read(Page page) {
        ValuePage values = ValuePage.json(page, KIND);
        RunKey run = runOf(values);
        values.entries(path -> run);
        for (Leaf leaf : values.values().all()) {
            Mark.Type type = STATUS.matcher(leaf.path()).matches() ? typeOf(leaf.value()) : null;
            if (type != null && run != null) {
                values.mark(type, run, leaf);
            }
        }
    }

    /** What the word of a status says; a warning is a success with remarks. */
    static Mark.@Nullable Type typeOf(String status) {
        return switch (status.strip().toLowerCase(Locale.ROOT)) {
            case "success", "warning" -> Mark.Type.STATUS_SUCCESS;
            case "error" -> Mark.Type.STATUS_ERROR;
            case "transitioning" -> Mark.Type.STATUS_TRANSITIONING;
            default -> null;
        };
    }

    private static @Nullable RunKey runOf(ValuePage page) {
        RunKey placed = HandlerFile.runOf(page.file());
        if (placed != null) {
            return placed;
        }
        boolean vmAccess =
                page.values().all().stream()
                        .filter(leaf -> leaf.isNamed("name") || leaf.isNamed("message"))
                        .map(leaf -> leaf.value().toLowerCase(Locale.ROOT))
                        .anyMatch(value -> VMACCESS_WORDS.stream().anyMatch(value::contains));
        return vmAccess
                ? new RunKey(RunKey.VMACCESS, null, HandlerFile.sequenceOf(page.file()))
                : null;
    }
}
