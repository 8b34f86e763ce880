/** An Arquillian container for an embedded Eclipse Jetty 12.1. */
@NullMarked
package org.cognito4j.arquillian.jetty;

import org.jspecify.annotations.NullMarked;
