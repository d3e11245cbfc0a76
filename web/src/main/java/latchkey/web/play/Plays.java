package latchkey.web.play;

import latchkey.simulator.scenario.Library;
import latchkey.simulator.scenario.Order;
import latchkey.simulator.scenario.UnknownScenario;
import latchkey.simulator.scenario.UnknownVariant;
import latchkey.simulator.scenario.Variant;
import latchkey.simulator.scenario.Words;
import latchkey.simulator.scenario.language.MalformedScenario;
import latchkey.web.store.Ids;
import latchkey.web.store.TooMuchException;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All plays of this server: so many at once and no more, in memory only. */
public final class Plays {
    /** A play takes well under a megabyte, unless people write a lot into it. */
    private static final int AT_ONCE = 24;

    private final Library library;
    private final List<Card> cards;
    private final List<Move> steps;
    private final List<Move> faults;
    private final Map<String, Owned> running = new LinkedHashMap<>();

    private record Owned(String owner, RunningPlay play) {}

    private Plays(Library library) {
        this.library = library;
        this.cards = library.all().stream().map(WorldReader::card).toList();
        this.steps = WorldReader.steps(Words.language().steps());
        this.faults = WorldReader.faults();
    }

    static Plays ofProgram() {
        try {
            return new Plays(Library.ofProgram(Words.language()));
        } catch (MalformedScenario e) {
            throw new IllegalStateException("a scenario of the program is not in order", e);
        }
    }

    /** All scenarios, by id. */
    public List<Card> scenarios() {
        return cards;
    }

    /** Steps of the scenario language. */
    public List<Move> steps() {
        return steps;
    }

    /** Faults of the catalogue, by id. */
    public List<Move> faults() {
        return faults;
    }

    /** Plays it to the end of its script, and keeps it for people to go on. */
    public RunningPlay begin(String owner, PlayOrder order)
            throws RefusedMoveException, TooMuchException {
        requireRoom();
        RunningPlay play = play(order);
        synchronized (running) {
            requireRoom();
            running.put(play.id(), new Owned(owner, play));
        }
        return play;
    }

    /** Plays it to the end of its script, for whoever wants only what is left of it. */
    public RunningPlay play(PlayOrder order) throws RefusedMoveException {
        try {
            return new RunningPlay(
                    Ids.fresh(),
                    order,
                    new Order(
                            library.find(order.scenario()),
                            order.seed(),
                            Variant.of(order.variant()),
                            0,
                            order.faultOff()));
        } catch (UnknownScenario | UnknownVariant e) {
            throw new RefusedMoveException(String.valueOf(e.getMessage()));
        }
    }

    private void requireRoom() throws TooMuchException {
        synchronized (running) {
            if (running.size() >= AT_ONCE) {
                throw new TooMuchException(
                        AT_ONCE + " plays are open, and no more fit; end one that is done with.");
            }
        }
    }

    /** A play as whoever began it sees it; to others there is none. */
    public Optional<RunningPlay> find(String owner, String id) {
        synchronized (running) {
            return Optional.ofNullable(running.get(id))
                    .filter(one -> one.owner().equals(owner))
                    .map(Owned::play);
        }
    }

    /** Those of that person, newest first. */
    public List<RunningPlay> all(String owner) {
        synchronized (running) {
            List<RunningPlay> mine = new ArrayList<>();
            running.values().stream()
                    .filter(one -> one.owner().equals(owner))
                    .forEach(one -> mine.add(one.play()));
            return mine.reversed();
        }
    }

    public boolean end(String id) {
        synchronized (running) {
            return running.remove(id) != null;
        }
    }
}
