/** Measures the security module beside other libraries. */
package org.cognito4j.benchmarks;
