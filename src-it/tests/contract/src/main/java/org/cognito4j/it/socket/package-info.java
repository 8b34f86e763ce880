/** A WebSocket endpoint on paths that are protected in every way that the module has. */
@NullMarked
package org.cognito4j.it.socket;

import org.jspecify.annotations.NullMarked;
