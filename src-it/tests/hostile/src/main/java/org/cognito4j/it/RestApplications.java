package org.cognito4j.it;

import static org.cognito4j.it.HostileApplication.named;
import static org.cognito4j.it.WebXml.readFilter;
import static org.cognito4j.it.WebXml.servlet;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Authors who trust in annotations of JAX-RS resources. Where a class and a method of its interface name different roles, the
 * method's counts, and some servers ask for that of the class besides.
 */
final class RestApplications {

    private static final String BY_WEB_XML =
            "<servlet><servlet-name>jakarta.ws.rs.core.Application</servlet-name>%s</servlet>"
                    + "<servlet-mapping><servlet-name>jakarta.ws.rs.core.Application</servlet-name>"
                    + "<url-pattern>/api/*</url-pattern></servlet-mapping>";

    /** An implementation that does not ask for the module's checks, so that they are without effect. */
    private static final String UNCHECKED = "<servlet><servlet-name>orders</servlet-name>"
            + "<servlet-class>org.cognito4j.it.hostile.rest.UncheckedImplementation</servlet-class>"
            + "<init-param><param-name>jakarta.ws.rs.Application</param-name>"
            + "<param-value>org.cognito4j.it.hostile.rest.WithoutPath</param-value></init-param></servlet>"
            + "<servlet-mapping><servlet-name>orders</servlet-name><url-pattern>/api/*</url-pattern>"
            + "<url-pattern>/orders/*</url-pattern></servlet-mapping>";

    private RestApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                guarded("rest-annotated-methods", "Roles and scopes on methods", "Api"),
                guarded("rest-without-services", "The look-up of services is off", "WithoutServices"),
                guarded("rest-without-meta-inf", "Jersey's look-up of services is off", "WithoutMetaInf")
                        .needing(Need.JERSEY),
                guarded(
                                "rest-without-server-meta-inf",
                                "Jersey's look-up of services is off for servers",
                                "WithoutServerMetaInf")
                        .needing(Need.JERSEY),
                guarded("rest-without-discovery", "Jersey's discovery is off", "WithoutDiscovery")
                        .needing(Need.JERSEY),
                guarded(
                                "rest-without-server-discovery",
                                "Jersey's discovery is off for servers",
                                "WithoutServerDiscovery")
                        .needing(Need.JERSEY),
                named("rest-by-web-xml", "The application is mapped by web.xml alone")
                        .withRest()
                        .classes("rest.Guarded")
                        .webXml(BY_WEB_XML.formatted(""))
                        .guards("GET HEAD", "api/orders", Access.READ)
                        .guards("POST", "api/orders", Access.WRITE)
                        .guards("GET", "api/orders/denied", Access.NOBODY),
                named("rest-behind-filter", "The application is mapped by web.xml, behind a filter")
                        .withRest()
                        .classes("rest.Guarded")
                        .webXml(BY_WEB_XML.formatted("") + readFilter("/api/*"))
                        .guards("GET HEAD", "api/orders", Access.READ)
                        .guards("POST", "api/orders", Access.READ_AND_WRITE)
                        .guards("GET", "api/orders/unannotated", Access.READ)
                        .guards("GET", "api/orders/denied", Access.NOBODY),
                switchedOff(
                        "rest-switches-by-init-param", "Init-params of the servlet switch services off", "init-param"),
                switchedOff("rest-switches-by-context-param", "Context-params switch services off", "context-param"),
                row(
                                "rest-several-applications",
                                "Two applications with one resource, the second without services",
                                "SeveralApplications")
                        .classes("rest.Guarded")
                        .guards("first/orders")
                        .guards("GET", "first/orders/denied", Access.NOBODY)
                        .guards("second/orders")
                        .guards("GET", "second/orders/denied", Access.NOBODY)
                        .mayEnd("orders"),
                row("rest-role-of-application", "A role on the class of the application", "RoleOfApplication")
                        .guards("api/orders")
                        .mayEnd("RoleOfApplication"),
                row(
                                "rest-of-interface",
                                "Roles on methods of a generic interface, another one on the class",
                                "OfInterface")
                        .classes("rest.Api")
                        .asks(Question.hidden("GET", "api/orders", Access.WRITE))
                        .guards("GET", "api/orders/denied", Access.NOBODY)
                        .guards("api/orders/class"),
                row("rest-of-superclass", "Roles on methods of a superclass, another one on the class", "OfSuperclass")
                        .classes("rest.Api")
                        .asks(Question.hidden("GET", "api/orders", Access.WRITE))
                        .guards("GET", "api/orders/scope", Access.READ_AND_WRITE),
                row("rest-locators", "Roles on methods that lead to a resource", "Locators")
                        .classes("rest.Api")
                        .guards("api/orders/mine")
                        .guards("GET", "api/orders/all", Access.WRITE)
                        .guards("api/orders/object")
                        .guards("api/orders/class")
                        .guards("api/orders/secured/own")
                        .hides("GET HEAD", "api/orders/stage", "api/orders/generic"),
                row("rest-unusual-roles", "Lists of roles that tutorials do not show", "UnusualRoles")
                        .classes("rest.Api")
                        .guards("GET", "api/orders/empty", Access.NOBODY)
                        .guards("GET", "api/orders/any", Access.ANY_TOKEN)
                        .guards("GET", "api/orders/either", Access.READ_OR_WRITE)
                        .guards("PURGE OPTIONS", "api/orders", Access.NOBODY),
                row("rest-asynchronous", "Answers that come later, or bit by bit", "Asynchronous")
                        .classes("rest.Api")
                        .guards("api/orders/suspended")
                        .guards("api/orders/stage")
                        .guards("api/orders/stream"),
                row("rest-javax-leftover", "The annotation of Java EE 8 on a resource", "JavaxResource")
                        .classes("rest.Api")
                        .content(war -> war.addPackage("javax.annotation.security"))
                        .guards("api/orders")
                        .mayEnd("JavaxResource"),
                row(
                                "rest-singleton-of-application",
                                "A resource that the application makes itself",
                                "SingletonOfApplication")
                        .guards("api/orders"),
                row(
                                "rest-by-interface",
                                "Path and scope on the interface of a bean, of which Jersey makes no resource",
                                "ResourceByInterface")
                        .needing(Need.JAX_RS_IN_CDI)
                        .classes("rest.Api")
                        .guardsByInterface("GET HEAD", "api/orders"),
                named("rest-dispatched-by-name", "Other parts call a JAX-RS implementation by the name of its servlet")
                        .withRest()
                        .classes(
                                "OrdersServlet",
                                "DispatchingServlet",
                                "filter.NamedDispatchingFilter",
                                "rest.Guarded",
                                "rest.UncheckedImplementation",
                                "rest.WithoutPath")
                        .webXml(
                                UNCHECKED
                                        + servlet("open", "DispatchingServlet", "/open/*")
                                        + "<filter><filter-name>named</filter-name><filter-class>"
                                        + "org.cognito4j.it.hostile.filter.NamedDispatchingFilter</filter-class></filter>"
                                        + "<filter-mapping><filter-name>named</filter-name><url-pattern>/named/*</url-pattern></filter-mapping>")
                        .hides(
                                "GET POST",
                                "api/orders",
                                "open/forward",
                                "open/named",
                                "open/named-include",
                                "named/forward",
                                "named/include"),
                guarded("rest-early-filters", "Filters that may answer before the checks", "Api")
                        .classes("rest.EarlyFilters")
                        .says("EarlyFilters$Unmatched", "@PreMatching")
                        .says("EarlyFilters$Matched"),
                row("rest-calling-itself", "An open method calls one that has a role", "CallingItself")
                        .classes("rest.Api")
                        .guards("api/orders")
                        .says("CallingItself.read", "when open calls it"),
                guarded("rest-unannotated-denied", "Methods without an annotation are denied by a setting", "Api")
                        .setting("cognito.unannotated", "deny")
                        .guards("GET", "api/orders/unannotated", Access.NOBODY),
                guarded("rest-require-token", "Every request needs a token by a setting", "Api")
                        .setting("cognito.require-token", "/api/*")
                        .guards("GET", "api/orders/unannotated", Access.ANY_TOKEN));
    }

    private static HostileApplication guarded(String id, String comment, String application) {
        return row(id, comment, application)
                .classes("rest.Guarded")
                .guards("GET HEAD", "api/orders", Access.READ)
                .guards("POST", "api/orders", Access.WRITE)
                .guards("GET", "api/orders/denied", Access.NOBODY)
                .mayEnd("orders");
    }

    /** The switches of {@code WithoutServices} and the like, in web.xml. */
    private static HostileApplication switchedOff(String id, String comment, String element) {
        String parameters = Stream.of(
                        "jakarta.ws.rs.loadServices=false",
                        "jersey.config.disableMetainfServicesLookup=true",
                        "jersey.config.server.disableMetainfServicesLookup=true",
                        "jersey.config.disableAutoDiscovery=true",
                        "jersey.config.server.disableAutoDiscovery=true")
                .map(parameter -> parameter.split("="))
                .map(parameter -> "<%s><param-name>%s</param-name><param-value>%s</param-value></%s>"
                        .formatted(element, parameter[0], parameter[1], element))
                .collect(Collectors.joining());
        boolean ofServlet = element.equals("init-param");
        return named(id, comment)
                .withRest()
                .classes("rest.Guarded")
                .webXml((ofServlet ? "" : parameters) + BY_WEB_XML.formatted(ofServlet ? parameters : ""))
                .guards("GET HEAD", "api/orders", Access.READ)
                .guards("POST", "api/orders", Access.WRITE)
                .guards("GET", "api/orders/denied", Access.NOBODY)
                .mayEnd("orders");
    }

    private static HostileApplication row(String id, String comment, String type) {
        return named(id, comment).withRest().classes("rest." + type);
    }
}
