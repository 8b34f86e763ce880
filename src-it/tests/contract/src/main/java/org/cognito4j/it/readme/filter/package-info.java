/** A filter as a subclass. */
@NullMarked
package org.cognito4j.it.readme.filter;

import org.jspecify.annotations.NullMarked;
