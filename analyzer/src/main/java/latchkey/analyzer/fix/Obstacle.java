package latchkey.analyzer.fix;

import latchkey.rules.rule.Fix;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the state of the machine holds against a need or a channel, as a sentence. */
final class Obstacle {
    private static final String NOT_RUNNING = "The VM is not running.";
    private static final String NOT_BOOTED = "Windows has not started on the VM.";
    private static final String ONLY_STACK =
            "This exists only on Azure Stack Hub, and the VM is in public Azure.";
    private static final String ONLY_PUBLIC =
            "This exists only in public Azure, and the VM is on Azure Stack Hub.";

    private Obstacle() {}

    static Set<String> ofNeeds(List<String> needs, MachineState state) {
        Set<String> reasons = new LinkedHashSet<>();
        for (String need : needs) {
            ofNeed(need, state).ifPresent(reasons::add);
        }
        return reasons;
    }

    /** Unknown needs hold nothing back: the checker of the rule base refuses them. */
    static Optional<String> ofNeed(String need, MachineState state) {
        return switch (need) {
            case "vm-running" -> vmRunning(state);
            case "agent-up" -> agentUp(state);
            case "sign-in" ->
                    when(
                            state.signIn() == MachineState.SignIn.IMPOSSIBLE,
                            "Nobody can sign in to the VM at the moment.");
            case "serial-console" -> serialConsole(state);
            case "azure-stack" -> when(state.cloud() == MachineState.Cloud.AZURE, ONLY_STACK);
            case "public-azure" ->
                    when(state.cloud() == MachineState.Cloud.AZURE_STACK, ONLY_PUBLIC);
            case "desktop" ->
                    when(
                            state.serverCore() == MachineState.Answer.YES,
                            "The VM runs Server Core, which has no desktop.");
            case "not-domain-controller" ->
                    when(
                            state.domainController() == MachineState.Answer.YES,
                            "The VM is a domain controller, which has no local accounts.");
            default -> Optional.empty();
        };
    }

    static Optional<String> ofChannel(Fix.Channel channel, MachineState state) {
        return switch (channel) {
            case PORTAL, POWERSHELL, CLI, OFFLINE_DISK -> Optional.empty();
            case RUN_COMMAND -> vmRunning(state).or(() -> agentUp(state));
            case IN_GUEST -> ofNeed("sign-in", state);
            case SERIAL_CONSOLE -> serialConsole(state);
            case EVA -> ofNeed("azure-stack", state).or(() -> poweredOn(state));
        };
    }

    private static Optional<String> vmRunning(MachineState state) {
        return switch (state.vm()) {
            case STOPPED -> Optional.of(NOT_RUNNING);
            case NOT_BOOTED -> Optional.of(NOT_BOOTED);
            case RUNNING, UNKNOWN -> Optional.empty();
        };
    }

    /** An agent that is seen at work outweighs a network that looks down. */
    private static Optional<String> agentUp(MachineState state) {
        return switch (state.agent()) {
            case DOWN ->
                    Optional.of(
                            "The guest agent does not answer, so nothing that goes through it"
                                    + " arrives.");
            case UNKNOWN ->
                    when(
                            state.network() == MachineState.Network.DOWN,
                            "The VM does not reach the platform, so nothing that goes through the"
                                    + " guest agent arrives.");
            case UP -> Optional.empty();
        };
    }

    /** A console needs power but no Windows. */
    private static Optional<String> serialConsole(MachineState state) {
        return ofNeed("public-azure", state).or(() -> poweredOn(state));
    }

    private static Optional<String> poweredOn(MachineState state) {
        return when(state.vm() == MachineState.Vm.STOPPED, NOT_RUNNING);
    }

    private static Optional<String> when(boolean holds, String reason) {
        return holds ? Optional.of(reason) : Optional.empty();
    }
}
