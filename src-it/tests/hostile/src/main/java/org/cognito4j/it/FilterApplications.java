package org.cognito4j.it;

import static org.cognito4j.it.HostileApplication.named;
import static org.cognito4j.it.WebXml.dispatchers;
import static org.cognito4j.it.WebXml.filter;
import static org.cognito4j.it.WebXml.filterAlone;
import static org.cognito4j.it.WebXml.orders;
import static org.cognito4j.it.WebXml.pattern;
import static org.cognito4j.it.WebXml.readFilter;
import static org.cognito4j.it.WebXml.servlet;

import java.util.List;
import org.cognito4j.it.hostile.Secret;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** Authors who trust in a servlet filter. */
final class FilterApplications {

    private static final String EVERY_METHOD = "GET HEAD POST PUT DELETE OPTIONS TRACE PATCH PROPFIND BREW get";
    private static final String NAMED = "<servlet-name>orders</servlet-name>";

    private FilterApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                named("filter-in-web-xml", "The README's filter, asked by every method")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*") + readFilter("/orders/*"))
                        .guards(EVERY_METHOD, "orders/1", Access.READ),
                named("filter-spellings", "Other spellings of a path behind a filter")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*") + readFilter("/orders/*"))
                        .hides(
                                "GET HEAD",
                                "orders;x/1",
                                "/orders/1",
                                "orders/./1",
                                "open/../orders/1",
                                "open/..;/orders/1",
                                "%6frders/1",
                                "orders%2f1",
                                "orders//1",
                                "orders"),
                named("filter-by-servlet-name", "A filter on a servlet instead of a path")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*", "*.order", "/") + filter("read", "read", NAMED))
                        .guards("orders/1")
                        .guards("anywhere")
                        .guards("GET POST", "one.order", Access.READ),
                named("filter-on-every-servlet", "A filter on the servlet named *")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + filter("read", "read", "<servlet-name>*</servlet-name>")
                                + "<welcome-file-list><welcome-file>orders/1</welcome-file></welcome-file-list>")
                        .guards("orders/1")
                        .hides("GET HEAD", ""),
                named("filter-on-extension", "A filter on an extension, as in the days of Struts")
                        .classes("OrdersServlet")
                        .webXml(orders("*.do") + readFilter("*.do"))
                        .guards("GET POST", "show.do", Access.READ)
                        .guards("a/b/show.do"),
                named("filter-twice", "One filter for all orders, a second one for some of them")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + readFilter("/orders/*")
                                + filter("write", "write", pattern("/orders/admin/*")))
                        .guards("orders/1")
                        .guards("GET POST", "orders/admin/1", Access.READ_AND_WRITE),
                named(
                                "filter-optional-then-required",
                                "A filter that lets anonymous callers pass before one that does not")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + "<filter><filter-name>any</filter-name><filter-class>org.cognito4j.jakarta.filter.CognitoFilter</filter-class>"
                                + "<init-param><param-name>optional</param-name><param-value>true</param-value></init-param></filter>"
                                + "<filter-mapping><filter-name>any</filter-name><url-pattern>/*</url-pattern></filter-mapping>"
                                + readFilter("/orders/*"))
                        .guards("GET POST", "orders/1", Access.READ),
                named("filter-star-without-slash", "A pattern that looks like a prefix and is none")
                        .classes("OrdersServlet")
                        .webXml(orders("/star", "/stars/*") + readFilter("/star*"))
                        .guards("star")
                        .guards("stars/1")
                        .mayEnd("/star*"),
                named("filter-without-mapping", "A filter that was declared and never mapped")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*") + filterAlone("unmapped", "read"))
                        .guards("orders/1")
                        .mayEnd("unmapped"),
                named("filter-for-forwards-alone", "A filter that no request from outside passes")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + filter("forwards", "read", pattern("/orders/*") + dispatchers("FORWARD")))
                        .guards("orders/1")
                        .mayEnd("forwards"),
                named("filter-for-errors-alone", "A filter on error pages alone")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + filter("errors", "read", pattern("/orders/*") + dispatchers("ERROR", "ASYNC")))
                        .guards("orders/1")
                        .mayEnd("errors"),
                named(
                                "filter-of-path-nobody-has",
                                "A filter on a path that no servlet has, beside the one that is meant")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*") + readFilter("/order/*"))
                        .guards("orders/1")
                        .mayEnd("/order/*"),
                named("filter-of-other-case", "A filter on a path in other letters")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*") + readFilter("/Orders/*"))
                        .guards("orders/1")
                        .mayEnd("/Orders/*"),
                named("filter-with-context-path", "A filter on a path with that of the application in front")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*") + readFilter("/filter-with-context-path/orders/*"))
                        .guards("orders/1")
                        .mayEnd("/filter-with-context-path/orders/*"),
                named("filter-in-ignored-fragment", "A jar with the filter in an application that ignores fragments")
                        .classes("OrdersServlet")
                        .webXml(" metadata-complete=\"true\"", orders("/orders/*"))
                        .content(war -> war.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "secured.jar")
                                .add(
                                        new StringAsset("<web-fragment xmlns=\"https://jakarta.ee/xml/ns/jakartaee\""
                                                + " version=\"6.0\"><name>secured</name>" + readFilter("/orders/*")
                                                + "</web-fragment>"),
                                        "META-INF/web-fragment.xml")))
                        .guards("orders/1")
                        .mayEnd("secured.jar"),
                named(
                                "filter-on-every-servlet-behind-answers",
                                "A filter on paths answers before one on servlets' names")
                        .classes("OrdersServlet", "filter.PassingFilter")
                        .webXml(
                                orders("/orders/*")
                                        + filter("read", "read", "<servlet-name>*</servlet-name>")
                                        + "<filter><filter-name>passing</filter-name><filter-class>"
                                        + "org.cognito4j.it.hostile.filter.PassingFilter</filter-class></filter>"
                                        + "<filter-mapping><filter-name>passing</filter-name><url-pattern>/*</url-pattern></filter-mapping>")
                        .guards("orders/1")
                        .says("PassingFilter", "runs before"),
                named("filter-dispatches", "A servlet that hands on to a path behind a filter of all dispatcher types")
                        .classes("OrdersServlet", "DispatchingServlet")
                        .webXml(servlet("open", "DispatchingServlet", "/open/*")
                                + orders("/orders/*")
                                + filter(
                                        "read",
                                        "read",
                                        pattern("/orders/*")
                                                + dispatchers("REQUEST", "FORWARD", "INCLUDE", "ASYNC", "ERROR")))
                        .guards("orders/1")
                        .guards("GET", "open/forward", Access.READ)
                        .guards("GET", "open/async", Access.READ)
                        .hides("GET POST", "open/include", "open/error"),
                named("filter-named-dispatch", "A servlet that hands on by name to one behind a filter")
                        .classes("OrdersServlet", "DispatchingServlet")
                        .webXml(servlet("open", "DispatchingServlet", "/open/*")
                                + orders("/orders/*")
                                + filter("read", "read", NAMED + dispatchers("REQUEST", "FORWARD")))
                        .guards("orders/1")
                        .guards("open/named"),
                named("filter-annotated", "The README's subclass")
                        .classes("OrdersServlet", "filter.AnnotatedFilter")
                        .webXml(orders("/orders/*"))
                        .guards(EVERY_METHOD, "orders/1", Access.READ),
                named("filter-annotated-metadata-complete", "The README's subclass where nothing looks for annotations")
                        .classes("OrdersServlet", "filter.AnnotatedFilter")
                        .webXml(" metadata-complete=\"true\"", orders("/orders/*"))
                        .guards("orders/1")
                        .mayEnd("AnnotatedFilter"),
                named("filter-absolute-ordering", "A filter of web.xml in an application that switches fragments off")
                        .classes("OrdersServlet")
                        .webXml("<absolute-ordering/>" + orders("/orders/*") + readFilter("/orders/*"))
                        .guards("GET POST", "orders/1", Access.READ),
                named("filter-annotated-absolute-ordering", "The README's subclass in an application without fragments")
                        .classes("OrdersServlet", "filter.AnnotatedFilter")
                        .webXml("<absolute-ordering/>" + orders("/orders/*"))
                        .guards("GET POST", "orders/1", Access.READ),
                named("filter-registered", "The README's registration in a listener")
                        .classes("OrdersServlet", "DispatchingServlet", "filter.RegisteringListener")
                        .webXml(servlet("open", "DispatchingServlet", "/open/*") + orders("/orders/*"))
                        .guards(EVERY_METHOD, "orders/1", Access.READ)
                        .guards("open/forward")
                        .guards("open/async"),
                named("filter-added-by-hand", "A filter added by the Servlet API alone")
                        .classes("OrdersServlet", "filter.AddingListener")
                        .webXml(orders("/orders/*"))
                        .guards(EVERY_METHOD, "orders/1", Access.READ),
                named(
                                "filter-of-added-servlet",
                                "A servlet that an initializer of the application adds behind the filter")
                        .classes("OrdersServlet", "filter.AddingInitializer")
                        .webXml(readFilter("/orders/*"))
                        .file(
                                "WEB-INF/classes/META-INF/services/jakarta.servlet.ServletContainerInitializer",
                                "org.cognito4j.it.hostile.filter.AddingInitializer")
                        .guards("orders/1"),
                named(
                                "filter-of-servlet-by-listener",
                                "A servlet that a listener of the application adds behind the filter")
                        .classes("OrdersServlet", "filter.ServletAddingListener")
                        .webXml(readFilter("/orders/*"))
                        .guards("GET POST", "orders/1", Access.READ),
                named("filter-own-default-servlet", "The default servlet replaced, by its name too")
                        .classes("OrdersServlet")
                        .webXml(servlet("default", "OrdersServlet", "/") + readFilter("/orders/*"))
                        .guards("GET POST", "orders/1", Access.READ),
                named("filter-single-page", "A filter of the application that shows the first page for all paths")
                        .classes("filter.FirstPageFilter")
                        .file("index.html", Secret.of("reader, caller=both"))
                        .webXml(
                                readFilter("/app/*")
                                        + "<filter><filter-name>first</filter-name><filter-class>"
                                        + "org.cognito4j.it.hostile.filter.FirstPageFilter</filter-class></filter>"
                                        + "<filter-mapping><filter-name>first</filter-name><url-pattern>/app/*</url-pattern></filter-mapping>")
                        .guards("app/orders"),
                named("filter-single-page-by-error", "The first page is shown for all that is missing")
                        .file("index.html", Secret.of("reader, caller=both"))
                        .webXml(
                                readFilter("/app/*")
                                        + "<error-page><error-code>404</error-code><location>/index.html</location></error-page>")
                        .hides("GET HEAD POST", "app/orders"),
                named(
                                "filter-behind-answering-filter",
                                "A filter of the application that answers in front of a registered one")
                        .classes("OrdersServlet", "filter.AnsweringFilter", "filter.RegisteringListener")
                        .webXml(orders("/orders/*"))
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEnd("AnsweringFilter"),
                named("filter-static-files", "Static files behind a filter, in the WAR and in a jar of it")
                        .webXml(readFilter("/docs/*"))
                        .file("docs/plan.txt", Secret.of("reader, caller=both"))
                        .content(war -> war.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "docs.jar")
                                .add(
                                        new StringAsset(Secret.of("reader, caller=both")),
                                        "META-INF/resources/docs/jar.txt")))
                        .guards("GET HEAD", "docs/plan.txt", Access.READ)
                        .guards("GET HEAD", "docs/jar.txt", Access.READ)
                        .hides(
                                "GET",
                                "docs//plan.txt",
                                "docs/%70lan.txt",
                                "docs;x/plan.txt",
                                "/docs/plan.txt",
                                "DOCS/plan.txt"),
                named("filter-jsp", "Pages behind a filter on their extension")
                        .needing(Need.JSP)
                        .webXml(readFilter("*.jsp"))
                        .file("orders.jsp", "<%= \"" + Secret.TEXT + "\" %>, caller=<%= request.getRemoteUser() %>")
                        .guards("GET POST", "orders.jsp", Access.READ)
                        .hides(
                                "GET",
                                "orders.jsp/",
                                "orders.jsp/x",
                                "orders.jsp;x",
                                "orders.JSP",
                                "orders%2ejsp",
                                "orders.jsp%20"),
                named("filter-without-settings", "A filter and no settings anywhere")
                        .withoutSettings()
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*") + readFilter("/orders/*"))
                        .guards("GET POST", "orders/1", Access.NOBODY)
                        .mayEnd("cognito.user-pool-id"));
    }
}
