/** What stands in place of container constraints on annotated servlets where the filter is under test. */
@NullMarked
package org.cognito4j.it.app.filter;

import org.jspecify.annotations.NullMarked;
