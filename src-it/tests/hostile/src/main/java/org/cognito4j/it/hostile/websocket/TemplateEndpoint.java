package org.cognito4j.it.hostile.websocket;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import org.cognito4j.it.hostile.Secret;

/** Has a path with a variable in it. */
@ServerEndpoint("/orders/{number}/events")
public class TemplateEndpoint {

    /** Answers each message. */
    @OnMessage
    public String answer(String message, Session session, @PathParam("number") String number) {
        return Secret.of(session.getUserPrincipal());
    }
}
