package org.cognito4j.it.socket;

import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import org.cognito4j.jakarta.websocket.TokenSessions;

/** Keeps a session for as long as its caller's token lives. */
@ServerEndpoint("/{area}/ending")
public class EndingEndpoint {

    /** Made by the container, for each session. */
    public EndingEndpoint() {}

    /** A session begins. */
    @OnOpen
    public void open(Session session) {
        TokenSessions.endWithToken(session);
    }
}
