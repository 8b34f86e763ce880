/** Added to the application where it is to have enterprise beans. */
@NullMarked
package org.cognito4j.it.ejb;

import org.jspecify.annotations.NullMarked;
