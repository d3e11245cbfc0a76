package latchkey.simulator.fault;

/** A fault that was begun. */
public final class Mishap {
    private final Fault fault;
    private final Values values;
    private final Site site;
    private final Runnable undo;
    private boolean over;

    Mishap(Fault fault, Values values, Site site, Runnable undo) {
        this.fault = fault;
        this.values = values;
        this.site = site;
        this.undo = undo;
    }

    /** Which fault. */
    public Fault fault() {
        return fault;
    }

    /** With which parameters. */
    public Values values() {
        return values;
    }

    /** Whether it was taken back. */
    public boolean isOver() {
        return over;
    }

    /** Takes it back; a second time nothing happens. */
    public void end() {
        if (!over) {
            over = true;
            site.world().tell("fault/" + site.vm(), "fault-ends", "fault", fault.id());
            undo.run();
        }
    }
}
