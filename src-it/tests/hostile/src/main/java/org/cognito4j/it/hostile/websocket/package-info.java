/** The hostile applications: websocket. */
@NullMarked
package org.cognito4j.it.hostile.websocket;

import org.jspecify.annotations.NullMarked;
