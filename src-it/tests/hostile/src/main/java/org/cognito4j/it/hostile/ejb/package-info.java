/** The hostile applications: ejb. */
@NullMarked
package org.cognito4j.it.hostile.ejb;

import org.jspecify.annotations.NullMarked;
