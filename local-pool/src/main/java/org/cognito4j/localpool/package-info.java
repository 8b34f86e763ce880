/**
 * A user pool on loopback that stands in for Amazon Cognito: it issues machine tokens of Cognito's shape, publishes its
 * keys as Cognito does, and mints deliberately odd tokens for the tests of resource servers.
 */
@NullMarked
package org.cognito4j.localpool;

import org.jspecify.annotations.NullMarked;
