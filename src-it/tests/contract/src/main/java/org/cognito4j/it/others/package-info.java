/** Mechanisms in many styles, of which a test adds one to the application that it deploys. */
@NullMarked
package org.cognito4j.it.others;

import org.jspecify.annotations.NullMarked;
