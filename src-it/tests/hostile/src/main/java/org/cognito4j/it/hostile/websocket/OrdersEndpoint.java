package org.cognito4j.it.hostile.websocket;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import org.cognito4j.it.hostile.Secret;

/** Tells the secret to every client that has connected. */
@ServerEndpoint("/orders/ws")
public class OrdersEndpoint {

    /** Answers each message. */
    @OnMessage
    public String answer(String message, Session session) {
        return Secret.of(session.getUserPrincipal());
    }
}
