/**
 * Reads the security constraints of an application from {@code web.xml}, fragments and {@code @ServletSecurity}
 * (Jakarta Servlet 6.0 chapter 13), so that a 403 can name the scope that is missing.
 */
@NullMarked
package org.cognito4j.jakarta.constraint;

import org.jspecify.annotations.NullMarked;
