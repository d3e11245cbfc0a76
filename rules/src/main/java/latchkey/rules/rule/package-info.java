/** The shape of knowledge: rules, signals, fixes, and the words they may use. */
@NullMarked
package latchkey.rules.rule;

import org.jspecify.annotations.NullMarked;
