/** One table of what the contract found on every server. */
@NullMarked
package org.cognito4j.matrix;

import org.jspecify.annotations.NullMarked;
