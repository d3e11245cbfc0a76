package latchkey.web.store;

import java.time.Instant;

/** A file that is coming in pieces. */
public record Upload(String id, String name, long size, Instant created) {}
