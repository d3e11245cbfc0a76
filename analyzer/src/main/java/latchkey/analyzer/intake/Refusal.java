package latchkey.analyzer.intake;

/** Something that was handed in and not read, and one sentence why. */
public record Refusal(String file, String because) {}
