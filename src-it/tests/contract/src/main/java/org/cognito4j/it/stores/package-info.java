/** Added to the application where an identity store beside the module's is to do what it should not. */
@NullMarked
package org.cognito4j.it.stores;

import org.jspecify.annotations.NullMarked;
