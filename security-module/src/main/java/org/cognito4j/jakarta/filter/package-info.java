/**
 * Protects paths by a servlet filter, {@link org.cognito4j.jakarta.filter.CognitoFilter}. Needs nothing but
 * Jakarta Servlet.
 */
@NullMarked
package org.cognito4j.jakarta.filter;

import org.jspecify.annotations.NullMarked;
