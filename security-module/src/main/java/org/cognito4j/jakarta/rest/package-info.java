/**
 * Checks security annotations on Jakarta REST resources, on Jersey, RESTEasy and Apache CXF. The only package that
 * uses Jakarta REST.
 */
@NullMarked
package org.cognito4j.jakarta.rest;

import org.jspecify.annotations.NullMarked;
