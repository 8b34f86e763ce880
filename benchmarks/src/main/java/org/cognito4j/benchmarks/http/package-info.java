/** The same small resource on the same Jetty, behind each way to protect it, under load. */
@NullMarked
package org.cognito4j.benchmarks.http;

import org.jspecify.annotations.NullMarked;
