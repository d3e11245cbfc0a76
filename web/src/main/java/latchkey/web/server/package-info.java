/** The door itself: who may come in, what every answer carries, where errors end. */
@NullMarked
package latchkey.web.server;

import org.jspecify.annotations.NullMarked;
