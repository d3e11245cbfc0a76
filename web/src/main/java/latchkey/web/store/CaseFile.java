package latchkey.web.store;

/**
 * A text file of a case, kept as UTF-8 without secrets.
 *
 * @param name path inside what was handed in, as the report writes it
 * @param hash SHA-256 of the kept bytes; part of links
 */
public record CaseFile(String name, String hash, long bytes, long lines) {}
