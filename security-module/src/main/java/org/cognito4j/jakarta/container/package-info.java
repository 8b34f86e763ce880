/**
 * Authenticates callers for containers in applications without Jakarta Security. The only package that uses
 * Jakarta Authentication.
 */
@NullMarked
package org.cognito4j.jakarta.container;

import org.jspecify.annotations.NullMarked;
