package org.cognito4j.it.socket;

import jakarta.websocket.OnMessage;
import jakarta.websocket.Session;
import jakarta.websocket.server.PathParam;
import jakarta.websocket.server.ServerEndpoint;
import org.cognito4j.it.app.CallerReport;

/** Reports its caller for any message, in each area of the application. */
@ServerEndpoint("/{area}/ws")
public class AreaEndpoint {

    /** Made by the container, for each session. */
    public AreaEndpoint() {}

    /** Answers a message. */
    @OnMessage
    public String report(String message, Session session, @PathParam("area") String area) {
        return "caller=" + CallerReport.name(session.getUserPrincipal()) + "\nprincipal="
                + CallerReport.type(session.getUserPrincipal()) + "\narea=" + area + "\n";
    }
}
