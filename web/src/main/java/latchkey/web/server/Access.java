package latchkey.web.server;

import latchkey.web.store.Ids;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** Who may come in: whoever has the token this start printed, or a session made with it. */
public final class Access {
    private static final int SESSIONS = 1000;

    private final String token;
    private final Set<String> sessions =
            Collections.synchronizedSet(Collections.newSetFromMap(new Oldest()));

    public Access(String token) {
        this.token = token;
    }

    /** The oldest session ends when there are too many. */
    private static final class Oldest extends LinkedHashMap<String, Boolean> {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > SESSIONS;
        }
    }

    /** The hosts by which a server on that port of this machine may be called. */
    static Set<String> loopback(int port) {
        return Set.of("127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port);
    }

    boolean isToken(String given) {
        return MessageDigest.isEqual(
                given.getBytes(StandardCharsets.UTF_8), token.getBytes(StandardCharsets.UTF_8));
    }

    String newSession() {
        String session = Ids.secret();
        sessions.add(session);
        return session;
    }

    boolean isSession(String given) {
        return sessions.contains(given);
    }

    void end(String session) {
        sessions.remove(session);
    }
}
