package org.cognito4j.it;

import static org.cognito4j.it.HostileApplication.named;
import static org.cognito4j.it.WebXml.constraint;
import static org.cognito4j.it.WebXml.filter;
import static org.cognito4j.it.WebXml.pattern;
import static org.cognito4j.it.WebXml.readFilter;

import java.util.List;

/** Authors whose applications speak over WebSockets. */
final class WebSocketApplications {

    private WebSocketApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                row("websocket-filter-in-web-xml", "An endpoint behind a filter of web.xml", "OrdersEndpoint")
                        .webXml(readFilter("/orders/*"))
                        .guards(Question.WEBSOCKET, "orders/ws", Access.READ),
                row("websocket-filter-on-everything", "An endpoint behind a filter on every path", "OrdersEndpoint")
                        .webXml(readFilter("/*"))
                        .guards(Question.WEBSOCKET, "orders/ws", Access.READ),
                row("websocket-filter-annotated", "An endpoint behind the README's subclass", "OrdersEndpoint")
                        .classes("filter.AnnotatedFilter")
                        .guards(Question.WEBSOCKET, "orders/ws", Access.READ),
                row(
                                "websocket-filter-registered",
                                "An endpoint behind a filter that a listener registers",
                                "OrdersEndpoint")
                        .classes("filter.RegisteringListener")
                        .guards(Question.WEBSOCKET, "orders/ws", Access.READ)
                        .mayEnd("orders"),
                row(
                                "websocket-filter-added-by-hand",
                                "An endpoint behind a filter added by the Servlet API",
                                "OrdersEndpoint")
                        .classes("filter.AddingListener")
                        .guards(Question.WEBSOCKET, "orders/ws", Access.READ)
                        .mayEnd("orders"),
                row("websocket-filter-twice", "An endpoint behind two filters", "OrdersEndpoint")
                        .webXml(readFilter("/orders/*") + filter("write", "write", pattern("/orders/ws")))
                        .guards(Question.WEBSOCKET, "orders/ws", Access.READ_AND_WRITE),
                row(
                                "websocket-filter-and-template",
                                "An endpoint with a variable in its path, behind a filter",
                                "TemplateEndpoint")
                        .webXml(readFilter("/orders/*"))
                        .guards(Question.WEBSOCKET, "orders/7/events", Access.READ),
                row(
                                "websocket-filter-and-configuration",
                                "An endpoint without an annotation, behind a filter",
                                "PlainEndpoint")
                        .classes("websocket.EndpointsByConfiguration")
                        .webXml(readFilter("/orders/*"))
                        .guards(Question.WEBSOCKET, "orders/ws", Access.READ),
                row(
                                "websocket-filter-and-listener",
                                "An endpoint that a listener adds, behind a filter",
                                "PlainEndpoint")
                        .classes("websocket.EndpointsByListener")
                        .webXml(readFilter("/orders/*"))
                        .guards(Question.WEBSOCKET, "orders/ws", Access.READ),
                row("websocket-constraint", "An endpoint with a constraint on its path", "OrdersEndpoint")
                        .webXml(constraint("/orders/*", "read"))
                        .guards(Question.WEBSOCKET, "orders/ws", Access.READ),
                row("websocket-scope", "A scope on an endpoint", "ScopedEndpoint")
                        .withBeans()
                        .guards(Question.WEBSOCKET, "orders/ws", Access.READ)
                        .mayEnd("ScopedEndpoint"),
                row("websocket-role", "A role on a method of an endpoint", "RolesAllowedEndpoint")
                        .withBeans()
                        .guards(Question.WEBSOCKET, "orders/ws", Access.READ)
                        .mayEnd("RolesAllowedEndpoint"));
    }

    private static HostileApplication row(String id, String comment, String endpoint) {
        return named(id, comment).needing(Need.WEBSOCKET).classes("websocket." + endpoint);
    }
}
