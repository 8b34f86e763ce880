/**
 * Levels differences of Tomcat. The only package that knows its classes; no other package of the module depends on this one.
 */
@NullMarked
package org.cognito4j.server.tomcat;

import org.jspecify.annotations.NullMarked;
