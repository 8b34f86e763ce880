package org.cognito4j.it;

import static org.cognito4j.it.HostileApplication.named;
import static org.cognito4j.it.WebXml.constraint;
import static org.cognito4j.it.WebXml.orders;
import static org.cognito4j.it.WebXml.readFilter;

import java.util.List;

/** Authors who deny tokens by checks of their own. */
final class CheckApplications {

    private static final String SERVICE = "WEB-INF/classes/META-INF/services/org.cognito4j.TokenCheck";

    private CheckApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                service("check-filter", "A check behind a filter", "ReaderCheck")
                        .webXml(orders("/orders/*") + readFilter("/orders/*"))
                        .guards("GET POST", "orders/1", Access.READER),
                service("check-constraint", "A check behind a constraint", "ReaderCheck")
                        .webXml(orders("/orders/*") + constraint("/orders/*", "read"))
                        .guards("GET POST", "orders/1", Access.READER),
                named("check-bean", "A check that is a bean, behind a constraint")
                        .withBeans()
                        .classes("OrdersServlet", "checks.ReaderCheck", "checks.BeanCheck")
                        .webXml(orders("/orders/*") + constraint("/orders/*", "read"))
                        .guards("GET POST", "orders/1", Access.READER),
                named("check-bean-filter", "A check that is a bean, behind a filter")
                        .withBeans()
                        .classes("OrdersServlet", "checks.ReaderCheck", "checks.BeanCheck")
                        .webXml(orders("/orders/*") + readFilter("/orders/*"))
                        .guards("GET POST", "orders/1", Access.READER),
                service("check-open-resource", "A check where nothing is required", "ReaderCheck")
                        .setting("cognito.require-token", "/orders/*")
                        .webXml(orders("/orders/*"))
                        .guards("GET POST", "orders/1", Access.READER),
                checked(
                                named("check-websocket", "A check of a handshake")
                                        .needing(Need.WEBSOCKET)
                                        .classes("websocket.OrdersEndpoint"),
                                "ReaderCheck")
                        .webXml(readFilter("/orders/*"))
                        .guards(Question.WEBSOCKET, "orders/ws", Access.READER),
                service("check-throws", "A check that throws for most callers", "ThrowingCheck")
                        .webXml(orders("/orders/*") + readFilter("/orders/*"))
                        .asks(Question.hidden("GET", "orders/1", Access.READER)),
                service("check-hangs", "A check that hangs for most callers", "HangingCheck")
                        .setting("cognito.token-check-timeout", "PT0.1S")
                        .webXml(orders("/orders/*") + constraint("/orders/*", "read"))
                        .asks(Question.hidden("GET", "orders/1", Access.READER)),
                named("check-missing", "A check that is not there")
                        .classes("OrdersServlet")
                        .file(SERVICE, "com.example.Missing")
                        .webXml(orders("/orders/*") + constraint("/orders/*", "read"))
                        .guards("GET", "orders/1", Access.NOBODY)
                        .mayEndByServer("com.example.Missing"));
    }

    private static HostileApplication service(String id, String comment, String check) {
        return checked(named(id, comment).classes("OrdersServlet"), check);
    }

    private static HostileApplication checked(HostileApplication application, String check) {
        return application.classes("checks." + check).file(SERVICE, "org.cognito4j.it.hostile.checks." + check);
    }
}
