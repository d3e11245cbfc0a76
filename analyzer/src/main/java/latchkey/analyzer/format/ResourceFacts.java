package latchkey.analyzer.format;

import latchkey.analyzer.evidence.FactName;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the ids of resources in a document tell of the VM. */
final class ResourceFacts {
    private static final Pattern VM_ID =
            Pattern.compile(
                    "/subscriptions/([^/\\s]+)/resourceGroups/([^/\\s]+)"
                            + "/providers/Microsoft\\.Compute/virtualMachines/([^/\\s'\"?,]+)"
                            + "(?:/extensions/([^/\\s'\"?,]+))?",
                    Pattern.CASE_INSENSITIVE);
    private static final List<String> NAMES =
            List.of(
                    FactName.SUBSCRIPTION,
                    FactName.RESOURCE_GROUP,
                    FactName.VM_NAME,
                    FactName.EXTENSION_NAME);

    private ResourceFacts() {}

    static void read(ValuePage page) {
        Set<String> told = new TreeSet<>();
        for (Leaf leaf : page.values().all()) {
            Matcher id = VM_ID.matcher(leaf.value());
            if (leaf.value().length() < 2000 && id.find()) {
                tell(page, leaf, id, told);
            }
        }
    }

    private static void tell(ValuePage page, Leaf leaf, Matcher id, Set<String> told) {
        for (int group = 1; group <= NAMES.size(); group++) {
            String value = id.group(group);
            String name = NAMES.get(group - 1);
            boolean wanted =
                    value != null
                            && (group < 4 || value.toLowerCase(Locale.ROOT).contains("vmaccess"));
            if (wanted && told.add(name + " " + value.toLowerCase(Locale.ROOT))) {
                page.fact(name, value, leaf);
            }
        }
    }
}
