/**
 * Ends WebSocket sessions with the tokens of their callers. The only package that uses Jakarta WebSocket.
 */
@NullMarked
package org.cognito4j.jakarta.websocket;

import org.jspecify.annotations.NullMarked;
