/** Added to an application to call what security annotations protect in each of their places. */
@NullMarked
package org.cognito4j.it.places;

import org.jspecify.annotations.NullMarked;
