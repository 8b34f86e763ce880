/** Parts of applications whose filters or rules would protect nothing. */
@NullMarked
package org.cognito4j.it.front;

import org.jspecify.annotations.NullMarked;
