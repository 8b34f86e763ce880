/**
 * Finds security annotations without effect when an application starts.
 */
@NullMarked
package org.cognito4j.jakarta.misplaced;

import org.jspecify.annotations.NullMarked;
