/** The one report object and its faces. */
@NullMarked
package latchkey.analyzer.report;

import org.jspecify.annotations.NullMarked;
