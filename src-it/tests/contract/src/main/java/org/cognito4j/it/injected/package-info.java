/** Added to the application where its caller is injected into objects of every life. */
@NullMarked
package org.cognito4j.it.injected;

import org.jspecify.annotations.NullMarked;
