package latchkey.simulator.agent;

import latchkey.simulator.agent.handler.HandlerFolder;
import latchkey.simulator.agent.handler.StatusFile;
import latchkey.simulator.guest.FileTree;
import latchkey.simulator.guest.Guest;
import latchkey.simulator.wire.ExtensionStatus;
import latchkey.simulator.wire.HandlerStatus;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import org.jspecify.annotations.Nullable;

/** What an agent knows of one handler; it lasts over restarts as the registry does. */
final class HandlerSlot {
    /** How far a handler has come; the words are the registry's. */
    @Known(how = How.SPECIFIED, source = "vmassist.ps1: InstallState")
    enum State {
        NOT_INSTALLED("NotInstalled"),
        INSTALLED("Installed"),
        ENABLED("Enabled"),
        DISABLED("Disabled");

        private final String word;

        State(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }
    }

    private final Guest guest;
    private final String handler;
    private String version = "";
    private State state = State.NOT_INSTALLED;
    private int sequence = -1;
    private @Nullable Life enabledIn;
    private String status = "NotReady";
    private int code;
    private String message = "";
    private FileTree.@Nullable Entry seen;
    private @Nullable ExtensionStatus said;
    private boolean torn;

    HandlerSlot(Guest guest, String handler) {
        this.guest = guest;
        this.handler = handler;
    }

    String handler() {
        return handler;
    }

    String version() {
        return version;
    }

    State state() {
        return state;
    }

    int sequence() {
        return sequence;
    }

    HandlerFolder folder() {
        return new HandlerFolder(guest, handler, version);
    }

    boolean isInstalled(String wanted) {
        return version.equals(wanted) && state != State.NOT_INSTALLED;
    }

    boolean isEnabledIn(Life life, int number) {
        return state == State.ENABLED && enabledIn == life && sequence == number;
    }

    void setVersion(String fresh) {
        version = fresh;
    }

    void setState(State other) {
        state = other;
        guest.registry().set(folder().key(), "InstallState", other.word());
    }

    void enabled(Life life, int number) {
        enabledIn = life;
        sequence = number;
        setState(State.ENABLED);
        guest.registry().set(folder().key(), "EnableCommandState", "Enabled");
    }

    void awaits(int number) {
        sequence = number;
        seen = null;
        said = null;
    }

    void says(String word, int number, String text) {
        status = word;
        code = number;
        message = text;
        guest.registry().set(folder().key(), "GuestAgentMessage", text);
    }

    /** Whether the handler's own word has to be looked at again. */
    boolean looksAgain() {
        if (sequence < 0) {
            return false;
        }
        FileTree.Entry entry = guest.files().read(folder().status(sequence)).orElse(null);
        if (entry == seen) {
            return false;
        }
        seen = entry;
        switch (StatusFile.read(folder(), sequence)) {
            case StatusFile.Found.Says says -> {
                said = says.status();
                torn = false;
            }
            case StatusFile.Found.Torn broken -> {
                said = null;
                torn = true;
            }
            case StatusFile.Found.Missing missing -> {
                said = null;
                torn = false;
            }
        }
        return true;
    }

    /** What the platform is told; a status nobody can read makes a handler that is not ready. */
    @Known(how = How.INFERRED, source = "WALinuxAgent: 1012, settings status invalid")
    HandlerStatus report() {
        if (torn) {
            return new HandlerStatus(
                    handler,
                    version,
                    "NotReady",
                    StepFailure.STATUS_INVALID,
                    "Status file "
                            + folder().status(sequence)
                            + " of plugin (name: "
                            + handler
                            + ", version "
                            + version
                            + ") is not valid.",
                    null);
        }
        return new HandlerStatus(handler, version, status, code, message, said);
    }
}
