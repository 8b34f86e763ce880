/** The hostile applications: beans. */
@NullMarked
package org.cognito4j.it.hostile.beans;

import org.jspecify.annotations.NullMarked;
