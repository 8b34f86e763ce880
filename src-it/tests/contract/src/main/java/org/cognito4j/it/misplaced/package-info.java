/** Classes with security annotations that nothing asks about, each added to an application of its own. */
@NullMarked
package org.cognito4j.it.misplaced;

import org.jspecify.annotations.NullMarked;
