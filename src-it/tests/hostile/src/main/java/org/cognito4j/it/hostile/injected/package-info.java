/** The hostile applications: objects that live longer than the caller who is injected. */
@NullMarked
package org.cognito4j.it.hostile.injected;

import org.jspecify.annotations.NullMarked;
