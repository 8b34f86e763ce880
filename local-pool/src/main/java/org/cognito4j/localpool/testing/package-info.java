/**
 * The local pool in other people's tests: a JUnit 5 extension, and an Arquillian extension that points the deployment under
 * test at the same pool. Both libraries are optional dependencies.
 */
@NullMarked
package org.cognito4j.localpool.testing;

import org.jspecify.annotations.NullMarked;
