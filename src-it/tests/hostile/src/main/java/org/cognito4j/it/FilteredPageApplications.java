package org.cognito4j.it;

import static org.cognito4j.it.HostileApplication.named;
import static org.cognito4j.it.WebXml.filter;
import static org.cognito4j.it.WebXml.orders;
import static org.cognito4j.it.WebXml.readFilter;
import static org.cognito4j.it.WebXml.servlet;

import java.util.List;
import org.cognito4j.it.hostile.Secret;

/** Authors who trust in a servlet filter for pages that the container shows on its own: error pages and welcome pages. */
final class FilteredPageApplications {

    private static final String NAMED = "<servlet-name>orders</servlet-name>";

    private FilteredPageApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                named("filter-exception-page", "An error page for exceptions behind the filter")
                        .classes("OrdersServlet", "DispatchingServlet")
                        .webXml(servlet("open", "DispatchingServlet", "/open/*")
                                + orders("/orders/*")
                                + readFilter("/orders/*")
                                + "<error-page><exception-type>java.lang.Throwable</exception-type>"
                                + "<location>/orders/failed</location></error-page>"
                                + "<error-page><location>/orders/any</location></error-page>")
                        .guards("orders/1")
                        .hides("GET POST", "open/exception", "open/error", "nowhere"),
                named("filter-error-page-by-name", "An error page of a servlet behind the filter on its name")
                        .classes("OrdersServlet", "DispatchingServlet")
                        .webXml(servlet("open", "DispatchingServlet", "/open/*")
                                + orders("/orders/*", "/shown")
                                + filter("read", "read", NAMED)
                                + "<error-page><error-code>404</error-code><location>/shown</location></error-page>")
                        .guards("orders/1")
                        .hides("GET POST", "open/error", "nowhere"),
                named("filter-welcome-servlet", "A servlet behind the filter as welcome page")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + readFilter("/orders/*")
                                + "<welcome-file-list><welcome-file>orders/1</welcome-file></welcome-file-list>")
                        .guards("orders/1")
                        .hides("GET HEAD", ""),
                named("filter-welcome-by-name", "The servlet of a filter by name as welcome page")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + filter("read", "read", NAMED)
                                + "<welcome-file-list><welcome-file>orders/1</welcome-file></welcome-file-list>")
                        .guards("orders/1")
                        .hides("GET HEAD", ""),
                named("filter-welcome-by-extension", "A filter on all pages, one of which is a welcome page")
                        .webXml("<welcome-file-list><welcome-file>index.html</welcome-file></welcome-file-list>"
                                + readFilter("*.html"))
                        .file("wel/index.html", Secret.of("reader, caller=both"))
                        .guards("wel/index.html")
                        .hides("GET HEAD", "wel/", "wel"),
                named("filter-error-page", "An error page behind the filter shows what the filter keeps")
                        .classes("OrdersServlet", "DispatchingServlet")
                        .webXml(
                                servlet("open", "DispatchingServlet", "/open/*")
                                        + orders("/orders/*")
                                        + readFilter("/orders/*")
                                        + "<error-page><error-code>404</error-code><location>/orders/missing</location></error-page>"
                                        + "<error-page><error-code>401</error-code><location>/orders/who</location></error-page>")
                        .guards("orders/1")
                        .hides("GET POST", "open/error", "nowhere")
                        .mayEnd("/orders/missing"),
                named("filter-welcome-page", "A welcome page behind a filter that has its name alone")
                        .webXml("<welcome-file-list><welcome-file>index.html</welcome-file></welcome-file-list>"
                                + readFilter("/wel/index.html"))
                        .file("wel/index.html", Secret.of("reader, caller=both"))
                        .guards("wel/index.html")
                        .hides("GET HEAD", "wel/", "wel")
                        .mayEnd("/wel/index.html"));
    }
}
