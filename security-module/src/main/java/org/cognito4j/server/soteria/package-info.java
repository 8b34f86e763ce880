/**
 * What Soteria lacks where the application brings it along, as the server is a servlet container and no more: a {@code
 * SecurityContext} without Jakarta Authorization on Jetty and Tomcat, and on Tomcat somebody who makes the server ask it.
 * Without Soteria in the application it does nothing.
 */
@NullMarked
package org.cognito4j.server.soteria;

import org.jspecify.annotations.NullMarked;
