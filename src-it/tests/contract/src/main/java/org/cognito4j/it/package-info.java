/** The HTTP contract: tests that talk to the deployed application from outside, the same on every server. */
@NullMarked
package org.cognito4j.it;

import org.jspecify.annotations.NullMarked;
