/** What must survive: cases, their files, their words. */
@NullMarked
package latchkey.web.store;

import org.jspecify.annotations.NullMarked;
