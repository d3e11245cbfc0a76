/** Loads, checks and compiles the rule base. */
@NullMarked
package latchkey.rules.catalog;

import org.jspecify.annotations.NullMarked;
