package latchkey.simulator.guest;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** How the viewer's text names the data of a Security event. */
@Known(how = How.SPECIFIED, source = "texts of events 4720 to 4781 in the auditing documentation")
final class EventLabels {
    private EventLabels() {}

    /** Such as {@code Account Name} for {@code TargetUserName}. */
    static String of(String name) {
        if (name.endsWith("Sid")) {
            return "Security ID";
        }
        if (name.endsWith("UserName")) {
            return "Account Name";
        }
        if (name.endsWith("DomainName")) {
            return "Account Domain";
        }
        return spaced(name.replace("LogonId", "LogonID"));
    }

    private static String spaced(String name) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char sign = name.charAt(i);
            boolean begins =
                    i > 0
                            && Character.isUpperCase(sign)
                            && Character.isLowerCase(name.charAt(i - 1));
            text.append(begins ? " " : "").append(sign);
        }
        return text.toString();
    }
}
