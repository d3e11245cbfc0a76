package latchkey.analyzer.evidence;

import java.util.BitSet;
import java.util.List;

/**
 * What people wrote in one file: tickets, mails, chats, notes between pasted lines. Commands that
 * somebody typed are among it, records of a machine are not.
 *
 * @param lines in the order of the file; where numbers are missing, a machine speaks
 * @param listed numbers of lines that list errors with their solutions and tell of no failure
 */
public record Notes(String file, List<Line> lines, BitSet listed) {
    public Notes {
        lines = List.copyOf(lines);
        listed = (BitSet) listed.clone();
    }

    @Override
    public BitSet listed() {
        return (BitSet) listed.clone();
    }
}
