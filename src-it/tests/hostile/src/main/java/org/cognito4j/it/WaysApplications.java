package org.cognito4j.it;

import static org.cognito4j.it.HostileApplication.named;
import static org.cognito4j.it.WebXml.constraint;
import static org.cognito4j.it.WebXml.orders;
import static org.cognito4j.it.WebXml.servlet;

import java.util.List;
import org.cognito4j.it.hostile.Secret;

/** Authors who use every way to reach a resource: for each form, what else the other tables do not have. */
final class WaysApplications {

    private static final String EVERY_METHOD = "GET HEAD POST PUT DELETE OPTIONS TRACE PATCH PROPFIND BREW get";
    private static final String PAGE = "<%= \"" + Secret.TEXT + "\" %>, caller=<%= request.getRemoteUser() %>";
    private static final String FILE = Secret.of("reader, caller=both, caller=writer, caller=newcomer");

    private WaysApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                named("ways-mechanism", "Constraints with CDI and Jakarta Security")
                        .withBeans()
                        .classes("OrdersServlet", "DispatchingServlet")
                        .webXml(servlet("entrance", "DispatchingServlet", "/entrance/*")
                                + orders("/orders/*")
                                + constraint("/orders/*", "read")
                                + constraint("/docs/*", "read")
                                + constraint("/entrance/*", "write"))
                        .file("docs/plan.txt", FILE)
                        .guards(EVERY_METHOD, "orders/1", Access.READ)
                        .guards("GET HEAD", "docs/plan.txt", Access.READ)
                        .guards("GET", "entrance/forward", Access.WRITE)
                        .guards("GET", "entrance/include", Access.WRITE)
                        .guards("GET", "entrance/named", Access.WRITE)
                        .guards("GET", "entrance/async", Access.WRITE),
                named("ways-mechanism-jsp", "Pages with a constraint, CDI and Jakarta Security")
                        .withBeans()
                        .needing(Need.JSP)
                        .webXml(constraint("*.jsp", "read"))
                        .file("orders.jsp", PAGE)
                        .guards("GET POST", "orders.jsp", Access.READ)
                        .hides("GET", "orders.jsp/", "orders.jsp/x", "orders.jsp;x", "orders.JSP", "orders%2ejsp"),
                named("ways-mechanism-websocket", "An endpoint with a constraint, CDI and Jakarta Security")
                        .withBeans()
                        .needing(Need.WEBSOCKET)
                        .classes("websocket.OrdersEndpoint")
                        .webXml(constraint("/orders/*", "read"))
                        .guards(Question.WEBSOCKET, "orders/ws", Access.READ),
                named("ways-require-token", "Every request needs a token by a setting, and nothing is annotated")
                        .classes("OrdersServlet", "DispatchingServlet")
                        .setting("cognito.require-token", "/orders/*, /docs/*, /entrance/*")
                        .webXml(
                                servlet("open", "DispatchingServlet", "/open/*", "/entrance/*")
                                        + orders("/orders/*")
                                        + "<error-page><error-code>404</error-code><location>/orders/missing</location></error-page>")
                        .file("docs/plan.txt", FILE)
                        .guards(EVERY_METHOD, "orders/1", Access.ANY_TOKEN)
                        .guards("GET HEAD", "docs/plan.txt", Access.ANY_TOKEN)
                        .guards("GET", "open/forward", Access.ANY_TOKEN)
                        .guards("GET", "open/async", Access.ANY_TOKEN)
                        .guards("GET", "entrance/named", Access.ANY_TOKEN)
                        .asks(base -> Question.assertHidden(base, "open/include", "open/error", "nowhere")),
                named("ways-require-token-jsp", "Every request for a page needs a token by a setting")
                        .needing(Need.JSP)
                        .setting("cognito.require-token", "/pages/*")
                        .webXml("")
                        .file("pages/orders.jsp", PAGE)
                        .guards("GET POST", "pages/orders.jsp", Access.ANY_TOKEN),
                named("ways-require-token-websocket", "Every handshake needs a token by a setting")
                        .needing(Need.WEBSOCKET)
                        .classes("websocket.OrdersEndpoint")
                        .setting("cognito.require-token", "/orders/*")
                        .guards(Question.WEBSOCKET, "orders/ws", Access.ANY_TOKEN),
                named("ways-require-token-upgrade", "Every upgrade needs a token by a setting")
                        .classes("constraint.UpgradingServlet")
                        .setting("cognito.require-token", "/*")
                        .guards("orders/1")
                        .asks(ServletApplications::upgrading),
                named("ways-filter-upgrade", "A servlet behind a filter leaves HTTP")
                        .classes("constraint.UpgradingServlet")
                        .webXml(WebXml.readFilter("/orders/*"))
                        .guards("orders/1")
                        .asks(ServletApplications::upgrading));
    }
}
