/** Which way out works in the state the machine is in, and its commands quoted for their shell. */
@NullMarked
package latchkey.analyzer.fix;

import org.jspecify.annotations.NullMarked;
