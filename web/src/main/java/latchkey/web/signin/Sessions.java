package latchkey.web.signin;

import latchkey.web.store.Ids;
import latchkey.web.store.Person;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Who is in. A session is a number that cannot be guessed and means nothing outside this process;
 * it ends when it was left alone, when it is old, and when the server ends.
 */
public final class Sessions {
    private static final int MOST = 10_000;

    private final InstantSource clock;
    private final Lifetime lifetime;
    private final Map<String, Session> sessions = new LinkedHashMap<>();

    public Sessions(InstantSource clock, Lifetime lifetime) {
        this.clock = clock;
        this.lifetime = lifetime;
    }

    /**
     * How long a session lasts.
     *
     * @param idle without a request
     * @param whole whatever happens
     */
    public record Lifetime(Duration idle, Duration whole) {}

    private record Session(Person who, Instant begun, Instant used) {}

    /** The number of a new session; the oldest ends when there are too many. */
    public synchronized String begin(Person who) {
        sessions.values().removeIf(this::isOver);
        if (sessions.size() >= MOST) {
            sessions.remove(sessions.keySet().iterator().next());
        }
        String number = Ids.secret();
        Instant now = clock.instant();
        sessions.put(number, new Session(who, now, now));
        return number;
    }

    /** Whose session that is; being asked for keeps it from falling asleep. */
    public synchronized Optional<Person> use(String number) {
        Session session = sessions.get(number);
        if (session == null) {
            return Optional.empty();
        }
        if (isOver(session)) {
            sessions.remove(number);
            return Optional.empty();
        }
        sessions.put(number, new Session(session.who(), session.begun(), clock.instant()));
        return Optional.of(session.who());
    }

    /** Without touching it. */
    public synchronized boolean isOpen(String number) {
        Session session = sessions.get(number);
        return session != null && !isOver(session);
    }

    private boolean isOver(Session session) {
        Instant now = clock.instant();
        return !now.isBefore(session.begun().plus(lifetime.whole()))
                || !now.isBefore(session.used().plus(lifetime.idle()));
    }

    public synchronized void end(String number) {
        sessions.remove(number);
    }
}
