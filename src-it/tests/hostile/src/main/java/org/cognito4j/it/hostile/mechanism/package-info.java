/** The hostile applications: mechanism. */
@NullMarked
package org.cognito4j.it.hostile.mechanism;

import org.jspecify.annotations.NullMarked;
