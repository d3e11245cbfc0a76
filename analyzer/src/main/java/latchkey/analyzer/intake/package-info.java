/**
 * Opens what the user handed in: folders, archives, files, standard input; the only code that opens
 * archives.
 */
@NullMarked
package latchkey.analyzer.intake;

import org.jspecify.annotations.NullMarked;
