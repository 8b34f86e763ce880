/** An application of which everything that asks for scopes is seen. */
@NullMarked
package org.cognito4j.it.used;

import org.jspecify.annotations.NullMarked;
