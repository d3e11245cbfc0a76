package latchkey.analyzer.format;

import latchkey.analyzer.evidence.FactName;
import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.RunKey;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The extensions that a document of the control plane describes: whose each value is, and how each
 * one's run ended.
 */
final class Extensions {
    private static final List<String> TYPES =
            List.of("typePropertiesType", "virtualMachineExtensionType", "ExtensionType", "type");
    private static final Pattern OWN_STATUS =
            Pattern.compile("/statuses/\\d+/code$", Pattern.CASE_INSENSITIVE);

    private final ValuePage page;
    private final Map<String, RunKey> runs = new LinkedHashMap<>();
    private final Map<String, RunKey> wider = new HashMap<>();

    Extensions(ValuePage page) {
        this.page = page;
        Values values = page.values();
        for (String holder : values.holdersOf("typeHandlerVersion", leaf -> true)) {
            String handler = handlerAt(values, holder);
            Leaf version = values.at(holder + "/typeHandlerVersion");
            if (handler != null && version != null) {
                runs.put(holder, new RunKey(handler, version.value(), null));
            }
        }
        runs.forEach(this::widen);
    }

    /** The run that the value at the path belongs to, null when to none. */
    @Nullable RunKey runOf(String path) {
        RunKey own = Values.nearest(runs, path);
        return own != null ? own : Values.nearest(wider, path);
    }

    /** Passes on how the runs ended and which VMAccess is there. */
    void read() {
        Values values = page.values();
        Map<String, String> holders = new HashMap<>();
        runs.keySet().forEach(holder -> holders.put(holder, holder));
        Set<String> stated = new HashSet<>();
        for (Leaf leaf : values.all()) {
            String holder =
                    OWN_STATUS.matcher(leaf.path()).find()
                            ? Values.nearest(holders, leaf.path())
                            : null;
            RunKey run = holder == null ? null : runs.get(holder);
            if (holder != null && run != null) {
                stated.add(holder);
                mark(run, leaf, leaf.value());
            }
        }
        runs.forEach(
                (holder, run) -> {
                    Leaf state = values.at(holder + "/provisioningState");
                    boolean view =
                            stated.contains(holder) || stated.contains(holder + "/instanceView");
                    if (state != null && !view) {
                        mark(run, state, "ProvisioningState/" + state.value());
                    }
                    if (run.isVmAccess()) {
                        page.fact(
                                FactName.VMACCESS_VERSION,
                                values.at(holder + "/typeHandlerVersion"));
                        tellName(values, holder);
                    }
                });
    }

    private void mark(RunKey run, Leaf leaf, String code) {
        Mark.Type type = typeOf(code);
        if (type != null) {
            page.mark(type, run, leaf);
        }
    }

    private void tellName(Values values, String holder) {
        String around =
                holder.toLowerCase(Locale.ROOT).endsWith("/properties")
                        ? Leaf.parentOf(holder)
                        : holder;
        page.fact(FactName.EXTENSION_NAME, values.at(around + "/name"));
        for (String settings : List.of("/settings", "/publicSettings")) {
            Leaf user = values.firstAt(holder + settings, List.of("username"));
            Leaf inText = user == null ? values.at(holder + settings + "!/username") : user;
            page.fact(FactName.VMACCESS_USER, inText);
        }
    }

    /** Such as {@code ProvisioningState/failed/1}. */
    private static Mark.@Nullable Type typeOf(String code) {
        String[] steps = code.toLowerCase(Locale.ROOT).split("/", -1);
        if (steps.length < 2 || !steps[0].equals("provisioningstate")) {
            return null;
        }
        return switch (steps[1].strip()) {
            case "succeeded" -> Mark.Type.STATUS_SUCCESS;
            case "failed" -> Mark.Type.STATUS_ERROR;
            case "creating", "updating", "transitioning", "deleting" ->
                    Mark.Type.STATUS_TRANSITIONING;
            default -> null;
        };
    }

    private static @Nullable String handlerAt(Values values, String holder) {
        Leaf publisher = values.firstAt(holder, List.of("publisher"));
        for (String name : TYPES) {
            Leaf type = values.firstAt(holder, List.of(name));
            boolean plain =
                    type != null && type.value().indexOf('/') < 0 && type.value().indexOf(' ') < 0;
            if (type != null && plain && publisher != null) {
                return publisher.value().strip() + "." + type.value().strip();
            }
            if (type != null && plain && type.value().indexOf('.') > 0) {
                return type.value().strip();
            }
        }
        return null;
    }

    /** The name and id of an extension stand around its properties. */
    private void widen(String holder, RunKey run) {
        if (holder.toLowerCase(Locale.ROOT).endsWith("/properties")) {
            wider.put(Leaf.parentOf(holder), run);
        }
    }
}
