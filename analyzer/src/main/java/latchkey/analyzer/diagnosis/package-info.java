/** From evidence to a ranked answer. */
@NullMarked
package latchkey.analyzer.diagnosis;

import org.jspecify.annotations.NullMarked;
