package latchkey.web.store;

import java.time.Instant;

/** Who did what to a case, without its content. */
public record Activity(Instant at, String actor, String what) {}
