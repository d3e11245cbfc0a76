/** Finds many fixed texts in large blocks of bytes; knows nothing of logs or rules. */
@NullMarked
package latchkey.analyzer.scan;

import org.jspecify.annotations.NullMarked;
