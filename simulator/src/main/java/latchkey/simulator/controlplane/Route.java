package latchkey.simulator.controlplane;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One route of Azure Resource Manager.
 *
 * @param method in upper case
 * @param template with names in braces
 * @param action what a role must allow, such as {@code Microsoft.Compute/virtualMachines/read}
 * @param answering what answers
 */
record Route(String method, String template, String action, Answering answering) {
    /** What answers a route. */
    @FunctionalInterface
    interface Answering {
        ArmResponse answer(Call call) throws Refusal;
    }

    static final String GROUP = "/subscriptions/{subscription}/resourceGroups/{group}";
    static final String MACHINE = GROUP + "/providers/Microsoft.Compute/virtualMachines/{vm}";

    /** The parts of a path by name, or nothing when it is another route's. Letter case is free. */
    Optional<Map<String, String>> match(List<String> parts) {
        List<String> wanted = split(template);
        if (wanted.size() != parts.size()) {
            return Optional.empty();
        }
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String want = wanted.get(i);
            if (want.startsWith("{")) {
                names.put(want.substring(1, want.length() - 1), parts.get(i));
            } else if (!want.equalsIgnoreCase(parts.get(i))) {
                return Optional.empty();
            }
        }
        return Optional.of(names);
    }

    /** How many parts from the front are alike: for naming the nearest routes. */
    int nearness(List<String> parts) {
        List<String> wanted = split(template);
        int alike = 0;
        for (int i = 0; i < Math.min(parts.size(), wanted.size()); i++) {
            boolean same = wanted.get(i).equalsIgnoreCase(parts.get(i));
            alike += same ? 4 : wanted.get(i).startsWith("{") ? 2 : -1;
        }
        return alike - Math.abs(parts.size() - wanted.size());
    }

    static List<String> split(String path) {
        return List.of(path.replaceAll("^/+|/+$", "").split("/+", 64));
    }
}
