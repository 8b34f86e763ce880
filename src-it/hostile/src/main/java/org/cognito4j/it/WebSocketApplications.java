package org.cognito4j.it;

import static org.cognito4j.it.HostileApplication.named;
import static org.cognito4j.it.WebXml.constraint;

import java.util.List;

/** Authors whose applications speak over WebSockets. */
final class WebSocketApplications {

    private WebSocketApplications() {}

    static List<HostileApplication> rows() {
        return List.of(row("websocket-constraint", "An endpoint with a constraint on its path", "OrdersEndpoint")
                .webXml(constraint("/orders/*", "read"))
                .guards(Question.WEBSOCKET, "orders/ws", Access.READ));
    }

    private static HostileApplication row(String id, String comment, String endpoint) {
        return named(id, comment).needing(Need.WEBSOCKET).classes("websocket." + endpoint);
    }
}
