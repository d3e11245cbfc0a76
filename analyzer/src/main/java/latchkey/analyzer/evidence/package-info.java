/**
 * What every later step talks about: records, quotes that re-open, marks of time, facts of the
 * machine.
 */
@NullMarked
package latchkey.analyzer.evidence;

import org.jspecify.annotations.NullMarked;
