/** The hostile applications: filter. */
@NullMarked
package org.cognito4j.it.hostile.filter;

import org.jspecify.annotations.NullMarked;
