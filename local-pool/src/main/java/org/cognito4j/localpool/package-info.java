/**
 * User pools on loopback that stand in for Amazon Cognito: they are made by Amazon's own tools or from a file, issue machine
 * tokens of Cognito's shape, publish their keys as Cognito does, and mint deliberately odd tokens for the tests of resource servers.
 */
@NullMarked
package org.cognito4j.localpool;

import org.jspecify.annotations.NullMarked;
