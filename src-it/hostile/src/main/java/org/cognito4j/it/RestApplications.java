package org.cognito4j.it;

import static org.cognito4j.it.HostileApplication.named;

import java.util.List;

/** Authors who trust in annotations of JAX-RS resources. */
final class RestApplications {

    private static final String BY_WEB_XML =
            "<servlet><servlet-name>jakarta.ws.rs.core.Application</servlet-name>%s</servlet>"
                    + "<servlet-mapping><servlet-name>jakarta.ws.rs.core.Application</servlet-name>"
                    + "<url-pattern>/api/*</url-pattern></servlet-mapping>";

    private RestApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                guarded("rest-annotated-methods", "Roles and scopes on methods", "Api"),
                named("rest-by-web-xml", "The application is mapped by web.xml alone")
                        .withRest()
                        .classes("rest.Guarded")
                        .webXml(BY_WEB_XML.formatted(""))
                        .guards("GET HEAD", "api/orders", Access.READ)
                        .guards("POST", "api/orders", Access.WRITE)
                        .guards("GET", "api/orders/denied", Access.NOBODY),
                row("rest-unusual-roles", "Lists of roles that tutorials do not show", "UnusualRoles")
                        .classes("rest.Api")
                        .guards("GET", "api/orders/empty", Access.NOBODY)
                        .guards("GET", "api/orders/any", Access.ANY_TOKEN)
                        .guards("GET", "api/orders/either", Access.READ_OR_WRITE)
                        .guards("PURGE OPTIONS", "api/orders", Access.NOBODY),
                row(
                                "rest-singleton-of-application",
                                "A resource that the application makes itself",
                                "SingletonOfApplication")
                        .guards("api/orders"),
                row("rest-by-interface", "Path and scope on the interface of a bean", "ResourceByInterface")
                        .classes("rest.Api")
                        .guards("GET HEAD", "api/orders", Access.READ)
                        .mayEnd("Orders"));
    }

    private static HostileApplication guarded(String id, String comment, String application) {
        return row(id, comment, application)
                .classes("rest.Guarded")
                .guards("GET HEAD", "api/orders", Access.READ)
                .guards("POST", "api/orders", Access.WRITE)
                .guards("GET", "api/orders/denied", Access.NOBODY)
                .mayEnd("orders");
    }

    private static HostileApplication row(String id, String comment, String type) {
        return named(id, comment).withRest().classes("rest." + type);
    }
}
