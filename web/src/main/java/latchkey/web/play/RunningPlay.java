package latchkey.web.play;

import latchkey.simulator.scenario.Order;
import latchkey.simulator.scenario.Performance;
import latchkey.simulator.scenario.Play;
import latchkey.simulator.scenario.language.MalformedScenario;
import latchkey.simulator.world.Limits;
import latchkey.simulator.world.WorldExhausted;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * One world with people in it. It runs so far and no further: in events, in its own time, and in
 * what people say to it. Used by one at a time.
 */
public final class RunningPlay {
    /** A machine that idles for a month keeps some hundred thousand. */
    private static final Limits LIMITS = new Limits(4_000_000, Duration.ofDays(120));

    private static final int MOST_SAID = 512 * 1024;

    private final String id;
    private final PlayOrder order;
    private final String title;
    private final Play play;
    private final List<String> cases = new ArrayList<>();
    private int said;
    private boolean isOver;

    RunningPlay(String id, PlayOrder order, Order whole) throws RefusedMoveException {
        this.id = id;
        this.order = order;
        this.title = whole.scenario().title();
        try {
            this.play = Play.of(whole, LIMITS);
        } catch (WorldExhausted e) {
            throw new RefusedMoveException("This story is longer than a play here may get.");
        }
    }

    public String id() {
        return id;
    }

    public PlayOrder order() {
        return order;
    }

    /** The scenario's, a sentence for people. */
    public String title() {
        return title;
    }

    public synchronized Instant now() {
        return play.now();
    }

    /** Whether it ran as far as it may. */
    public synchronized boolean isOver() {
        return isOver;
    }

    /** Faults in force. */
    public synchronized List<String> wrong() {
        return play.wrong();
    }

    /** What the world told after the event of that number. */
    public synchronized List<Event> events(long after) {
        return play.happenings(after).stream().map(WorldReader::event).toList();
    }

    public synchronized Truth truth() {
        return WorldReader.truth(play.look().truth());
    }

    /** Cases made of it, oldest first. */
    public synchronized List<String> cases() {
        return List.copyOf(cases);
    }

    public synchronized void hasCase(String caseId) {
        cases.add(caseId);
    }

    /** What is left of the machine now, as a zip. */
    public synchronized byte[] bundle() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        Performance now = play.look();
        now.parcel().zipTo(zip);
        return zip.toByteArray();
    }

    /**
     * People go on.
     *
     * @param json a list of steps of the scenario language under {@code steps}
     */
    public void goOn(String json) throws RefusedMoveException {
        move(json, () -> play.goOn(Play.steps("request", json)));
    }

    /**
     * Things go wrong by themselves.
     *
     * @param json a list of faults under {@code faults}
     */
    public void goWrong(String json) throws RefusedMoveException {
        move(json, () -> play.goWrong(Play.faults("request", json)));
    }

    /** Takes back every fault of that id; false when none is in force. */
    public synchronized boolean mend(String fault) throws RefusedMoveException {
        if (!play.wrong().contains(fault)) {
            return false;
        }
        String step = "{\"steps\": [{\"end-fault\": {\"fault\": \"" + fault + "\"}}]}";
        goOn(step);
        return true;
    }

    private interface Deed {
        void run() throws MalformedScenario;
    }

    private synchronized void move(String json, Deed deed) throws RefusedMoveException {
        if (isOver) {
            throw new RefusedMoveException("This play ran as far as one may; begin another.");
        }
        said += json.length();
        if (said > MOST_SAID) {
            throw new RefusedMoveException("More was said in this play than fits in its memory.");
        }
        try {
            deed.run();
        } catch (MalformedScenario e) {
            throw new RefusedMoveException(String.valueOf(e.getMessage()));
        } catch (WorldExhausted e) {
            isOver = true;
            throw new RefusedMoveException("The play ran as far as one may, and ends here.");
        } catch (IllegalStateException | IllegalArgumentException e) {
            // The language lets pass what only this world can tell is impossible.
            throw new RefusedMoveException(
                    "That cannot be done in this world: a value is missing, or names what is not"
                            + " there.");
        }
    }
}
