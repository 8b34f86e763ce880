/**
 * What was decided about a request, for whom and why: one record for each decision, and the lines that logs have of it. {@code
 * SecurityDecision} is the record.
 */
@NullMarked
package org.cognito4j.jakarta.decision;

import org.jspecify.annotations.NullMarked;
