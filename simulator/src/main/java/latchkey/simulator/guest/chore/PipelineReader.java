package latchkey.simulator.guest.chore;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads cmdlets that hand their objects on; what is done is done by the last of them. */
final class PipelineReader {
    static final String PIPE = "|";

    private PipelineReader() {}

    static Reading read(List<String> words) {
        List<List<String>> parts = parts(words);
        boolean looks = parts.stream().allMatch(PipelineReader::looks);
        if (looks) {
            return new Reading.Looks();
        }
        String last = first(parts.getLast());
        boolean found = parts.subList(0, parts.size() - 1).stream().allMatch(PipelineReader::looks);
        String address = address(parts);
        return found && last.equals("disable-netfirewallrule") && !address.isEmpty()
                ? Reading.of(new NetworkChore.DisableBlocks(address))
                : new Reading.Unknown(last);
    }

    private static List<List<String>> parts(List<String> words) {
        List<List<String>> parts = new ArrayList<>();
        parts.add(new ArrayList<>());
        for (String word : words) {
            if (word.equals(PIPE)) {
                parts.add(new ArrayList<>());
            } else {
                parts.getLast().add(word);
            }
        }
        return parts;
    }

    private static String first(List<String> part) {
        return part.isEmpty() ? "" : part.getFirst().toLowerCase(Locale.ROOT);
    }

    private static boolean looks(List<String> part) {
        String cmdlet = first(part);
        return cmdlet.startsWith("get-")
                || cmdlet.equals("where-object")
                || cmdlet.equals("sort-object")
                || cmdlet.equals("select-object");
    }

    /** The address that rules are chosen by; a choice without what they do would hit others too. */
    private static String address(List<List<String>> parts) {
        boolean blocks =
                parts.stream()
                        .anyMatch(
                                part ->
                                        CommandWords.has(part, "Action")
                                                && CommandWords.has(part, "Block"));
        return blocks
                ? parts.stream()
                        .filter(part -> CommandWords.has(part, "RemoteAddress"))
                        .map(List::getLast)
                        .findFirst()
                        .orElse("")
                : "";
    }
}
