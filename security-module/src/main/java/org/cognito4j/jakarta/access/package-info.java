/**
 * Checks {@code @RequiresScope} and {@code @RolesAllowed} on CDI beans, and injects the caller. The only package
 * with CDI interceptors.
 */
@NullMarked
package org.cognito4j.jakarta.access;

import org.jspecify.annotations.NullMarked;
