/** Added to the application where it is to be configured by annotation. */
@NullMarked
package org.cognito4j.it.definition;

import org.jspecify.annotations.NullMarked;
