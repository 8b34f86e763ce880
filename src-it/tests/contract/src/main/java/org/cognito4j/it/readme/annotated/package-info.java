/** Settings by annotation. */
@NullMarked
package org.cognito4j.it.readme.annotated;

import org.jspecify.annotations.NullMarked;
