package org.cognito4j.it.hostile.websocket;

import jakarta.websocket.Endpoint;
import jakarta.websocket.EndpointConfig;
import jakarta.websocket.MessageHandler;
import jakarta.websocket.Session;
import org.cognito4j.it.hostile.Secret;

/** Is an endpoint without an annotation. */
public class PlainEndpoint extends Endpoint {

    @Override
    public void onOpen(Session session, EndpointConfig config) {
        session.addMessageHandler(String.class, (MessageHandler.Whole<String>)
                message -> session.getAsyncRemote().sendText(Secret.of(session.getUserPrincipal())));
    }
}
