package latchkey.simulator.guest;

/** A Windows service. */
public final class Service {
    /** How it starts. The numbers are the registry's. */
    public enum Start {
        AUTOMATIC(2),
        MANUAL(3),
        DISABLED(4);

        private final int number;

        Start(int number) {
            this.number = number;
        }

        /** The registry's number. */
        public int number() {
            return number;
        }
    }

    /** What it is doing. */
    public enum State {
        STOPPED,
        RUNNING,
        /** Started and neither up nor down; it answers nobody. */
        HUNG
    }

    private final String name;
    private final String display;
    private String program;
    private Start start;
    private State state;
    private int hangingStarts;

    Service(String name, String display, String program, Start start) {
        this.name = name;
        this.display = display;
        this.program = program;
        this.start = start;
        this.state = State.STOPPED;
    }

    /** The key name, such as TermService. */
    public String name() {
        return name;
    }

    /** The display name, such as Remote Desktop Services. */
    public String display() {
        return display;
    }

    /** Path of its program. */
    public String program() {
        return program;
    }

    /** How it starts. */
    public Start start() {
        return start;
    }

    /** What it is doing. */
    public State state() {
        return state;
    }

    /** Whether it is running and answers. */
    public boolean isRunning() {
        return state == State.RUNNING;
    }

    /** Points it to another program. */
    public void setProgram(String path) {
        program = path;
    }

    /** Sets how it starts. */
    public void setStart(Start other) {
        start = other;
    }

    /** From now on it hangs when it is started, until this is taken back. */
    public void setRefusesToStart(boolean on) {
        setHangingStarts(on ? Integer.MAX_VALUE : 0);
    }

    /** It hangs at its next so many starts. */
    public void setHangingStarts(int times) {
        hangingStarts = times;
    }

    /** Whether it hangs now that it is started. */
    boolean hangsAtThisStart() {
        boolean hangs = hangingStarts > 0;
        if (hangs && hangingStarts < Integer.MAX_VALUE) {
            hangingStarts--;
        }
        return hangs;
    }

    void setState(State other) {
        state = other;
    }
}
