/** The hostile applications: checks of tokens. */
@NullMarked
package org.cognito4j.it.hostile.checks;

import org.jspecify.annotations.NullMarked;
