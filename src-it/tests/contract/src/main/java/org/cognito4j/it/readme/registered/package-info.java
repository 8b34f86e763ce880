/** A filter that is registered at the start. */
@NullMarked
package org.cognito4j.it.readme.registered;

import org.jspecify.annotations.NullMarked;
