/** Masks secrets and identities before anything leaves the process. */
@NullMarked
package latchkey.analyzer.redaction;

import org.jspecify.annotations.NullMarked;
