/** Pages drawn on the server from the same report the API gives. */
@NullMarked
package latchkey.web.page;

import org.jspecify.annotations.NullMarked;
