package latchkey.web.store;

import java.time.Instant;

/**
 * What a script shows instead of signing in.
 *
 * @param name what its person calls it
 */
public record Token(String id, String name, Instant expires) {}
