/** Added to the application where JAX-RS looks for no features, and annotations are in many places. */
@NullMarked
package org.cognito4j.it.resources;

import org.jspecify.annotations.NullMarked;
