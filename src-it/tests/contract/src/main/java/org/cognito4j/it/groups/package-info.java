/** Added to the application where an identity store beside the module's is to give callers groups. */
@NullMarked
package org.cognito4j.it.groups;

import org.jspecify.annotations.NullMarked;
