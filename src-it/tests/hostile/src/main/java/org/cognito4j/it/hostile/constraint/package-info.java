/** The hostile applications: constraint. */
@NullMarked
package org.cognito4j.it.hostile.constraint;

import org.jspecify.annotations.NullMarked;
