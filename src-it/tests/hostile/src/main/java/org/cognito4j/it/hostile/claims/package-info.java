/** Applications whose authors trust in claims. */
@NullMarked
package org.cognito4j.it.hostile.claims;

import org.jspecify.annotations.NullMarked;
