/** Orders marks into attempts and boots. */
@NullMarked
package latchkey.analyzer.timeline;

import org.jspecify.annotations.NullMarked;
