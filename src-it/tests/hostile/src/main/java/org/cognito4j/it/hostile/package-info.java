/** The hostile applications, each a class with what belongs to it inside. */
@NullMarked
package org.cognito4j.it.hostile;

import org.jspecify.annotations.NullMarked;
