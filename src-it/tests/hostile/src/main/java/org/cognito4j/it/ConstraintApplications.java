package org.cognito4j.it;

import static org.cognito4j.it.HostileApplication.named;
import static org.cognito4j.it.WebXml.constraint;
import static org.cognito4j.it.WebXml.constraintOf;
import static org.cognito4j.it.WebXml.orders;
import static org.cognito4j.it.WebXml.pattern;
import static org.cognito4j.it.WebXml.readFilter;
import static org.cognito4j.it.WebXml.servlet;

import java.util.List;
import org.cognito4j.it.hostile.Secret;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.asset.StringAsset;
import org.jboss.shrinkwrap.api.spec.JavaArchive;

/** Authors who trust in constraints of {@code web.xml} and its fragments. */
final class ConstraintApplications {

    private static final String EVERY_METHOD = "GET HEAD POST PUT DELETE OPTIONS TRACE PATCH PROPFIND BREW get";
    private static final String FRAGMENT =
            "<web-fragment xmlns=\"https://jakarta.ee/xml/ns/jakartaee\" version=\"6.0\">"
                    + "<name>secured</name>%s</web-fragment>";

    private ConstraintApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                named("constraint-prefix", "A constraint on a prefix, asked by every method")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*") + constraint("/orders/*", "read"))
                        .guards(EVERY_METHOD, "orders/1", Access.READ)
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
                named("constraint-extension", "A constraint on an extension, as in the days of Struts")
                        .classes("OrdersServlet")
                        .webXml(orders("*.do") + constraint("*.do", "read"))
                        .guards("GET POST", "show.do", Access.READ)
                        .guards("a/b/show.do"),
                named("constraint-everything", "A constraint on / and the default servlet replaced")
                        .classes("OrdersServlet")
                        .webXml(orders("/") + constraint("/", "read"))
                        .guards("GET POST", "anything", Access.READ)
                        .guards(""),
                named("constraint-listed-methods", "Methods are listed, and those that are not are denied")
                        .classes("OrdersServlet")
                        .webXml("<deny-uncovered-http-methods/>" + orders("/orders/*")
                                + constraintOf(pattern("/orders/*") + "<http-method>GET</http-method>", "read"))
                        .guards("orders/1")
                        .guards("POST PUT DELETE OPTIONS BREW", "orders/1", Access.NOBODY)
                        .tellsFromUpperCase("get", "orders/1", Access.READ),
                named("constraint-omitted-method", "All methods but those that a browser asks with before")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + constraintOf(
                                        pattern("/orders/*") + "<http-method-omission>OPTIONS</http-method-omission>",
                                        "read"))
                        .guards("GET HEAD POST PUT BREW", "orders/1", Access.READ),
                named("constraint-by-method", "Readers may GET, writers may POST, the rest is denied")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + constraintOf(pattern("/orders/*") + "<http-method>GET</http-method>", "read")
                                + constraintOf(pattern("/orders/*") + "<http-method>POST</http-method>", "write")
                                + constraintOf(pattern("/orders/*")
                                        + "<http-method-omission>GET</http-method-omission>"
                                        + "<http-method-omission>POST</http-method-omission>"))
                        .guards("orders/1")
                        .guards("POST", "orders/1", Access.WRITE)
                        .guards("HEAD PUT DELETE OPTIONS BREW", "orders/1", Access.NOBODY)
                        .tellsFromUpperCase("post", "orders/1", Access.WRITE),
                named("constraint-for-nobody", "A constraint without a role")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*") + constraint("/orders/*"))
                        .guards(EVERY_METHOD, "orders/1", Access.NOBODY),
                named("constraint-any-caller", "The role ** lets every authenticated caller in")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*") + constraint("/orders/*", "**"))
                        .guards("GET POST", "orders/1", Access.ANY_TOKEN),
                named("constraint-any-declared-role", "The role * stands for those that the application declares")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*") + constraint("/orders/*", "*")
                                + "<security-role><role-name>read</role-name></security-role>"
                                + "<security-role><role-name>write</role-name></security-role>")
                        .guards("GET POST", "orders/1", Access.READ_OR_WRITE),
                named(
                                "constraint-two-of-one-path",
                                "Two constraints of one path let both roles in, and the longer one counts")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + constraint("/orders/*", "read")
                                + constraint("/orders/*", "write")
                                + constraint("/orders/admin/*", "write"))
                        .guards("GET", "orders/1", Access.READ_OR_WRITE)
                        .guards("GET", "orders/admin/1", Access.WRITE),
                named("constraint-confidential", "A constraint that wants TLS too")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + constraint("/orders/*", "read")
                                        .replace(
                                                "</security-constraint>",
                                                "<user-data-constraint><transport-guarantee>CONFIDENTIAL</transport-guarantee>"
                                                        + "</user-data-constraint></security-constraint>"))
                        .hides("GET POST HEAD", "orders/1"),
                named("constraint-in-fragment", "A jar in the WAR with a constraint in its fragment")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*"))
                        .content(war -> war.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "secured.jar")
                                .add(
                                        new StringAsset(FRAGMENT.formatted(constraint("/orders/*", "read"))),
                                        "META-INF/web-fragment.xml")))
                        .guards("GET POST", "orders/1", Access.READ),
                named("constraint-absolute-ordering", "A constraint in an application that switches fragments off")
                        .classes("OrdersServlet")
                        .webXml("<absolute-ordering/>" + orders("/orders/*") + constraint("/orders/*", "read"))
                        .hides("GET POST", "orders/1")
                        .mayEnd("absolute-ordering"),
                named("constraint-fragment-ordered-out", "A fragment with a constraint that the ordering leaves out")
                        .classes("OrdersServlet")
                        .webXml("<absolute-ordering><name>other</name></absolute-ordering>" + orders("/orders/*")
                                + constraint("/orders/*", "read"))
                        .content(war -> war.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "secured.jar")
                                .add(
                                        new StringAsset(FRAGMENT.formatted(constraint("/orders/*", "write"))),
                                        "META-INF/web-fragment.xml")))
                        .hides("GET POST", "orders/1")
                        .mayEnd("absolute-ordering"),
                named(
                                "constraint-in-ignored-fragment",
                                "A jar with a constraint in an application that ignores fragments")
                        .classes("OrdersServlet")
                        .webXml(" metadata-complete=\"true\"", orders("/orders/*"))
                        .content(war -> war.addAsLibrary(ShrinkWrap.create(JavaArchive.class, "secured.jar")
                                .add(
                                        new StringAsset(FRAGMENT.formatted(constraint("/orders/*", "read"))),
                                        "META-INF/web-fragment.xml")))
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEnd("secured.jar", "/orders/*"),
                named("constraint-pretty-printed", "Line breaks within all elements, as an editor writes them")
                        .classes("OrdersServlet")
                        .webXml((orders("/orders/*") + constraint("/orders/*", "read"))
                                .replaceAll(">([^<]+)</(url-pattern|role-name)>", ">\n   $1\n  </$2>"))
                        .guards("GET POST", "orders/1", Access.READ),
                named("constraint-of-one-method", "A constraint on GET alone leaves the other methods open")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + constraintOf(
                                        "<url-pattern>/orders/*</url-pattern><http-method>GET</http-method>", "read"))
                        .guards("GET", "orders/1", Access.READ)
                        .says("open resource", "of the constraint of /orders/*"),
                named("constraint-error-page", "An error page with a constraint, which no container asks")
                        .classes("OrdersServlet")
                        .webXml(
                                orders("/orders/*")
                                        + constraint("/orders/*", "read")
                                        + readFilter("/orders/*")
                                        + "<error-page><error-code>404</error-code><location>/orders/missing</location></error-page>")
                        .guards("orders/1")
                        .hides("GET POST", "nowhere")
                        .says("error page /orders/missing"),
                named("constraint-welcome-servlet", "A servlet with a constraint as welcome page")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*")
                                + constraint("/orders/*", "read")
                                + "<welcome-file-list><welcome-file>orders/1</welcome-file></welcome-file-list>")
                        .guards("orders/1")
                        .hides("GET HEAD", ""),
                named("constraint-metadata-complete", "A constraint of web.xml where annotations are off")
                        .classes("OrdersServlet")
                        .webXml(" metadata-complete=\"true\"", orders("/orders/*") + constraint("/orders/*", "read"))
                        .guards("GET POST", "orders/1", Access.READ),
                named("constraint-static-files", "Static files with a constraint, in the WAR and in a jar of it")
                        .webXml(constraint("/docs/*", "read"))
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
                                "DOCS/plan.txt",
                                "WEB-INF/lib/docs.jar",
                                "META-INF/resources/docs/jar.txt"),
                named("constraint-welcome-page", "A welcome page with a constraint on its name alone")
                        .webXml("<welcome-file-list><welcome-file>index.html</welcome-file></welcome-file-list>"
                                + constraint("/wel/index.html", "read"))
                        .file("wel/index.html", Secret.of("reader, caller=both"))
                        .guards("wel/index.html")
                        .hides("GET HEAD", "wel/", "wel")
                        .mayEnd("/wel/index.html"),
                named("constraint-jsp", "Pages with a constraint on their extension and on their folder")
                        .needing(Need.JSP)
                        .webXml(constraint("*.jsp", "read") + constraint("/pages/*", "write"))
                        .file("orders.jsp", "<%= \"" + Secret.TEXT + "\" %>, caller=<%= request.getRemoteUser() %>")
                        .file("pages/o.jsp", "<%= \"" + Secret.TEXT + "\" %>, caller=<%= request.getRemoteUser() %>")
                        .guards("GET POST", "orders.jsp", Access.READ)
                        .guards("GET POST", "pages/o.jsp", Access.WRITE)
                        .hides("GET", "orders.jsp/", "orders.jsp/x", "orders.jsp;x", "orders.JSP", "orders%2ejsp"),
                named("constraint-dispatches", "A servlet hands on to one with a constraint, which is not asked then")
                        .classes("OrdersServlet", "DispatchingServlet")
                        .webXml(servlet("open", "DispatchingServlet", "/entrance/*")
                                + orders("/orders/*")
                                + constraint("/orders/*", "read")
                                + constraint("/entrance/*", "write"))
                        .guards("orders/1")
                        .guards("GET", "entrance/forward", Access.WRITE)
                        .guards("GET", "entrance/include", Access.WRITE)
                        .guards("GET", "entrance/named", Access.WRITE)
                        .guards("GET", "entrance/async", Access.WRITE),
                named("constraint-role-link", "A servlet that asks for a role by another name")
                        .classes("constraint.RoleLinkServlet")
                        .webXml("<servlet><servlet-name>orders</servlet-name><servlet-class>"
                                + "org.cognito4j.it.hostile.constraint.RoleLinkServlet"
                                + "</servlet-class><security-role-ref><role-name>VIEWER</role-name><role-link>read</role-link>"
                                + "</security-role-ref></servlet><servlet-mapping><servlet-name>orders</servlet-name>"
                                + "<url-pattern>/orders/*</url-pattern></servlet-mapping>"
                                + "<security-role><role-name>read</role-name></security-role>")
                        .guards("GET POST", "orders/1", Access.READ));
    }
}
