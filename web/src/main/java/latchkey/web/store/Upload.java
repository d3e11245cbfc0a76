package latchkey.web.store;

import java.time.Instant;

/**
 * A file that is coming in pieces.
 *
 * @param owner id of the person who sends it
 */
public record Upload(String id, String owner, String name, long size, Instant created) {}
