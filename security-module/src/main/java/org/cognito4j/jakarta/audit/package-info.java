/**
 * Compares, when an application starts, the roles that it requires with the roles that tokens can give, and lists
 * the resources that require nothing.
 */
@NullMarked
package org.cognito4j.jakarta.audit;

import org.jspecify.annotations.NullMarked;
