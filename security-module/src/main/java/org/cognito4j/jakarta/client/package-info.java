/**
 * Injects sources of tokens for calls to other services.
 */
@NullMarked
package org.cognito4j.jakarta.client;

import org.jspecify.annotations.NullMarked;
