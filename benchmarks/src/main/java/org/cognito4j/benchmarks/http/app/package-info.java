/** What runs inside the measured web applications. */
@NullMarked
package org.cognito4j.benchmarks.http.app;

import org.jspecify.annotations.NullMarked;
