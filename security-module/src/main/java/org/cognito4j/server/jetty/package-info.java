/**
 * The Jetty adapter: gives Eclipse Jetty 12 (ee10, ee11) the authentication that other servers bring themselves.
 *
 * <p>Jetty has no Jakarta Security and its Jakarta Authentication modules cannot refuse a request. So this package sets
 * an {@code Authenticator} of its own, from inside the application, that drives the application's
 * {@code HttpAuthenticationMechanism}. On any other server it does nothing and loads no class of Jetty.
 */
@NullMarked
package org.cognito4j.server.jetty;

import org.jspecify.annotations.NullMarked;
