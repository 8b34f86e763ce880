/** Added to the application where it is to have an authentication mechanism of its own. */
@NullMarked
package org.cognito4j.it.mechanism;

import org.jspecify.annotations.NullMarked;
