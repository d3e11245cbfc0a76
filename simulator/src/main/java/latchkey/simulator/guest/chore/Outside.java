package latchkey.simulator.guest.chore;

/** What a guest cannot know of itself: told by who holds the machine and its agent. */
public interface Outside {
    /** Whether the agent answers, so that a Run Command reaches the guest. */
    boolean agentAnswers();

    /** Whether the disk can be worked on elsewhere: the machine is stopped. */
    boolean diskIsFree();

    /** Whether the serial console is allowed for the subscription and the machine. */
    boolean serialConsoleIsOpen();

    /** Installs an agent over whatever is there: the current one, or an older one that fits. */
    boolean installAgent(boolean older);
}
