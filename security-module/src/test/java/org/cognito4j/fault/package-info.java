/** An HTTP server whose answers are bad in every way that has been thought of. */
package org.cognito4j.fault;
