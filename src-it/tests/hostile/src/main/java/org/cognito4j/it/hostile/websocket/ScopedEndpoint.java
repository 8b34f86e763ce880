package org.cognito4j.it.hostile.websocket;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import org.cognito4j.it.hostile.Secret;
import org.cognito4j.jakarta.access.RequiresScope;

/** Has the scope on the endpoint. */
@ServerEndpoint("/orders/ws")
@RequiresScope("read")
public class ScopedEndpoint {

    /** Answers each message. */
    @OnMessage
    public String answer(String message, Session session) {
        return Secret.of(session.getUserPrincipal());
    }
}
