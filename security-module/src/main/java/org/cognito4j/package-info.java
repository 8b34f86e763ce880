/** The core: decides whether an Amazon Cognito access token is acceptable and, if not, exactly why. */
@NullMarked
package org.cognito4j;

import org.jspecify.annotations.NullMarked;
