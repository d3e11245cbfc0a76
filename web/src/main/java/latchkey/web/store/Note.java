package latchkey.web.store;

import java.time.Instant;

/** What somebody wrote beside a case. */
public record Note(int number, Instant at, String author, String words) {}
