/**
 * The faces of a report: text, JSON, Markdown, HTML, SARIF and JUnit, each drawn from the one
 * object.
 */
@NullMarked
package latchkey.analyzer.report.face;

import org.jspecify.annotations.NullMarked;
