/** Shows what the module has counted. */
@NullMarked
package org.cognito4j.it.figures;

import org.jspecify.annotations.NullMarked;
