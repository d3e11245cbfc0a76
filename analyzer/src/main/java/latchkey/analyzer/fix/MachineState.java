package latchkey.analyzer.fix;

import java.util.Map;

/**
 * What still works on the machine. Unknown never rules a way out; signing in is the exception,
 * because who asks us is locked out.
 *
 * @param network whether the guest reaches the platform; down means that no agent work arrives
 */
public record MachineState(
        Agent agent,
        Vm vm,
        SignIn signIn,
        Answer domainController,
        Answer serverCore,
        Cloud cloud,
        Network network) {

    /** Whether the guest agent takes work. */
    public enum Agent {
        UP,
        DOWN,
        UNKNOWN
    }

    /** How far the machine came; not booted means powered on without a working Windows. */
    public enum Vm {
        RUNNING,
        STOPPED,
        NOT_BOOTED,
        UNKNOWN
    }

    /** Whether anybody can sign in to Windows. */
    public enum SignIn {
        POSSIBLE,
        IMPOSSIBLE,
        UNKNOWN
    }

    /** A claim that the evidence may leave open. */
    public enum Answer {
        YES,
        NO,
        UNKNOWN
    }

    /** Where the machine lives. */
    public enum Cloud {
        AZURE,
        AZURE_STACK,
        UNKNOWN
    }

    /** Whether the guest reaches the platform. */
    public enum Network {
        UP,
        DOWN,
        UNKNOWN
    }

    /** Nothing known but that our reader is locked out. */
    public static MachineState unknown() {
        return from(Map.of());
    }

    /**
     * Reads the words of the rule language's {@code implies}; other names and words say nothing.
     */
    public static MachineState from(Map<String, String> words) {
        Vm vm = vm(word(words, "vm"));
        Agent agent = agent(word(words, "agent"));
        return new MachineState(
                agent,
                vm == Vm.UNKNOWN && agent == Agent.UP ? Vm.RUNNING : vm,
                signIn(word(words, "sign-in")),
                answer(word(words, "domain-controller")),
                answer(word(words, "server-core")),
                cloud(word(words, "cloud")),
                network(word(words, "network")));
    }

    private static String word(Map<String, String> words, String name) {
        return words.getOrDefault(name, "");
    }

    private static Agent agent(String word) {
        return switch (word) {
            case "up" -> Agent.UP;
            case "down" -> Agent.DOWN;
            default -> Agent.UNKNOWN;
        };
    }

    private static Vm vm(String word) {
        return switch (word) {
            case "running" -> Vm.RUNNING;
            case "stopped", "deallocated" -> Vm.STOPPED;
            case "not-booted" -> Vm.NOT_BOOTED;
            default -> Vm.UNKNOWN;
        };
    }

    private static SignIn signIn(String word) {
        return switch (word) {
            case "possible" -> SignIn.POSSIBLE;
            case "unknown" -> SignIn.UNKNOWN;
            default -> SignIn.IMPOSSIBLE;
        };
    }

    private static Answer answer(String word) {
        return switch (word) {
            case "yes" -> Answer.YES;
            case "no" -> Answer.NO;
            default -> Answer.UNKNOWN;
        };
    }

    private static Cloud cloud(String word) {
        return switch (word) {
            case "azure" -> Cloud.AZURE;
            case "azure-stack" -> Cloud.AZURE_STACK;
            default -> Cloud.UNKNOWN;
        };
    }

    private static Network network(String word) {
        return switch (word) {
            case "up" -> Network.UP;
            case "down" -> Network.DOWN;
            default -> Network.UNKNOWN;
        };
    }
}
