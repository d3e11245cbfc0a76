/** The language scenarios are written in: YAML, read strictly, all mistakes told at once. */
@NullMarked
package latchkey.simulator.scenario.language;

import org.jspecify.annotations.NullMarked;
