/** Denies by hand, over JMX. */
@NullMarked
package org.cognito4j.it.denials;

import org.jspecify.annotations.NullMarked;
