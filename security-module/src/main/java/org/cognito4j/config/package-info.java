/**
 * Configuration: finds the {@code cognito.*} settings in MicroProfile Config or, without it, in the same places under
 * the same names, and makes them into the typed settings of the core. Knows no server.
 */
@NullMarked
package org.cognito4j.config;

import org.jspecify.annotations.NullMarked;
