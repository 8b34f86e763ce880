/** Machines and people. */
@NullMarked
package org.cognito4j.it.readme.mixed;

import org.jspecify.annotations.NullMarked;
