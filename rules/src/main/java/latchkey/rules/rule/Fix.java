package latchkey.rules.rule;

import java.util.List;
import java.util.Set;

/**
 * A way out, shared by rules.
 *
 * @param needs what must still work, such as {@code agent-up}, {@code vm-running}, {@code sign-in}
 * @param check how to tell that it worked
 * @param undo how to take it back
 */
public record Fix(
        String id,
        String goal,
        Cure cure,
        Safety safety,
        String role,
        List<String> needs,
        List<String> warnings,
        List<Step> steps,
        String check,
        String undo) {

    /** The values that a command may leave open, by the names that rules and callers use. */
    public static final Set<String> SLOTS =
            Set.of(
                    "rg",
                    "vm",
                    "region",
                    "user",
                    "extension",
                    "subscription",
                    "resource-id",
                    "ercs",
                    "tenant",
                    "port",
                    "service",
                    "path");

    /** What a fix does to the cause. */
    public enum Cure {
        FIX,
        WAIT,
        ESCALATE,
        OTHER_WAY_IN
    }

    /** What a fix may do to the machine, from harmless to final. */
    public enum Safety {
        LOOK_ONLY,
        REVERSIBLE,
        DISRUPTIVE,
        DESTRUCTIVE
    }

    /** Through what a step is carried out. */
    public enum Channel {
        PORTAL,
        POWERSHELL,
        CLI,
        RUN_COMMAND,
        IN_GUEST,
        SERIAL_CONSOLE,
        EVA,
        OFFLINE_DISK
    }

    /**
     * One step.
     *
     * @param command the argument vector, empty where the step is no command
     * @param shell the shell that reads the command: {@code powershell}, {@code cmd} or {@code
     *     bash}
     */
    public record Step(Channel channel, String text, Shell shell, List<Word> command) {
        public Step {
            command = List.copyOf(command);
        }
    }

    /** Whose quoting a command needs. */
    public enum Shell {
        POWERSHELL,
        CMD,
        BASH
    }

    /** One word of a command. */
    public sealed interface Word {
        /** A plain argument, quoted where its shell asks for it. */
        record Plain(String text) implements Word {}

        /** A value from the evidence or from the caller, checked against its type. */
        record Slot(String name) implements Word {}

        /** Shell text that the rule's author wrote and that is not quoted. */
        record Code(String text) implements Word {}

        /** A secret that the shell asks for; never text. */
        record Prompt(String what) implements Word {}
    }

    public Fix {
        needs = List.copyOf(needs);
        warnings = List.copyOf(warnings);
        steps = List.copyOf(steps);
    }
}
