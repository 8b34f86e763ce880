/** Takes the place of the entrances of {@code org.cognito4j.it.people} where the login form is not to be redirected to. */
@NullMarked
package org.cognito4j.it.forwarded;

import org.jspecify.annotations.NullMarked;
