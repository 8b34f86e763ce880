/**
 * The metadata of protected resources (RFC 9728): one document for each address of the API, and the scopes that the application
 * asks for. {@code ProtectedResources} is where to begin.
 */
@NullMarked
package org.cognito4j.jakarta.metadata;

import org.jspecify.annotations.NullMarked;
