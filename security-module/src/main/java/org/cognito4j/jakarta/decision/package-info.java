/**
 * One record for each decision about a request, with its caller and its reason, and the log lines made of it. {@code
 * SecurityDecision} is the record.
 */
@NullMarked
package org.cognito4j.jakarta.decision;

import org.jspecify.annotations.NullMarked;
