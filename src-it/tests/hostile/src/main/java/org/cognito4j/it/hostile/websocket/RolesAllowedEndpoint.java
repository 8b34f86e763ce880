package org.cognito4j.it.hostile.websocket;

import jakarta.annotation.security.RolesAllowed;
import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import org.cognito4j.it.hostile.Secret;

/** Has the role on a method of the endpoint. */
@ServerEndpoint("/orders/ws")
public class RolesAllowedEndpoint {

    /** Answers each message. */
    @OnMessage
    @RolesAllowed("read")
    public String answer(String message, Session session) {
        return Secret.of(session.getUserPrincipal());
    }
}
