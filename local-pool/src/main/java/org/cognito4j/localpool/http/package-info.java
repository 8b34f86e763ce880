/**
 * The server on Jetty: a handler for each endpoint, and the disturbances and switches for tests.
 *
 * <p>Public types here serve other packages of the local pool, are left out of the published Javadoc and may change.
 */
@NullMarked
package org.cognito4j.localpool.http;

import org.jspecify.annotations.NullMarked;
