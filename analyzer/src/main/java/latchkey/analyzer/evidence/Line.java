package latchkey.analyzer.evidence;

/**
 * One physical line as it stands in its file, decoded but otherwise untouched.
 *
 * @param number from 1; the record number in an event log
 */
public record Line(int number, String text) {}
