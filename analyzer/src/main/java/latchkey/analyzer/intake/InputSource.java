package latchkey.analyzer.intake;

/**
 * One thing the user handed in.
 *
 * @param kind directory, zip, 7z, tar, gz, file, stdin
 * @param bytes size as handed in
 * @param sha256 lower-case hex of the bytes; of names and hashes of all files for a directory
 */
public record InputSource(String name, String kind, long bytes, String sha256) {}
