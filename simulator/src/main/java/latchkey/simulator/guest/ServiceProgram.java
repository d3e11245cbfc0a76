package latchkey.simulator.guest;

/** What runs inside a service: told by the service control manager, never asked. */
public interface ServiceProgram {
    /** The service was started and answers. */
    void started();

    /** The service ended: it was stopped, it crashed, or the system went down. */
    void ended();
}
