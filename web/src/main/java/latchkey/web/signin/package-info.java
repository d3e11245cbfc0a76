/** People signing in with the identity provider of their organisation. */
@NullMarked
package latchkey.web.signin;

import org.jspecify.annotations.NullMarked;
