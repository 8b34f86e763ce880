/**
 * Finds filters, mappings and constraints without effect when an application starts.
 */
@NullMarked
package org.cognito4j.jakarta.rules;

import org.jspecify.annotations.NullMarked;
