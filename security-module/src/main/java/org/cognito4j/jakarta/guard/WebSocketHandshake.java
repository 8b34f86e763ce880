package org.cognito4j.jakarta.guard;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import java.util.Locale;

/** Recognizes requests that a server could answer as a WebSocket handshake. */
public final class WebSocketHandshake {

    private static final String WEBSOCKET = "websocket";

    private WebSocketHandshake() {}

    /**
     * Returns whether a server could take a request for a WebSocket handshake: more requests than are one, since servers
     * differ in what they look at. HTTP/1.1 has {@code GET} with {@code Upgrade} (RFC 6455 section 4.1), HTTP/2 has {@code
     * CONNECT} (RFC 8441 section 4).
     */
    public static boolean isAskedForBy(HttpServletRequest request) {
        if ("CONNECT".equalsIgnoreCase(request.getMethod())) {
            return true;
        }
        if (request.getHeader("Upgrade") == null) {
            return false;
        }
        return Collections.list(request.getHeaders("Upgrade")).stream()
                        .anyMatch(value -> value.toLowerCase(Locale.ROOT).contains(WEBSOCKET))
                || request.getHeader("Sec-WebSocket-Key") != null
                || request.getHeader("Sec-WebSocket-Version") != null;
    }
}
