/** An application with constraints that some servers overlook. */
@NullMarked
package org.cognito4j.it.overlooked;

import org.jspecify.annotations.NullMarked;
