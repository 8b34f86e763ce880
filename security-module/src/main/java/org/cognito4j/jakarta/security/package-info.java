/**
 * Authenticates callers by Jakarta Security: the mechanism, the identity store and the annotation that configures
 * them. The only package that uses Jakarta Security.
 */
@NullMarked
package org.cognito4j.jakarta.security;

import org.jspecify.annotations.NullMarked;
