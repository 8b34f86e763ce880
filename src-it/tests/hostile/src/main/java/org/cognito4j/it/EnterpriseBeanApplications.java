package org.cognito4j.it;

import static org.cognito4j.it.HostileApplication.named;

import java.util.List;

/** Authors who trust in enterprise beans. */
final class EnterpriseBeanApplications {

    private EnterpriseBeanApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                resource("ejb-stateless-resource", "A resource that is a stateless bean", "StatelessResource"),
                resource("ejb-singleton-resource", "A resource that is a singleton", "SingletonResource"),
                row("ejb-scope", "A scope on a stateless bean", "ScopedSessionBean")
                        .guards("GET", "orders/1", Access.READ)
                        .mayEnd("ScopedSessionBean"),
                row("ejb-role", "A role on a method of a stateless bean", "RoleSessionBean")
                        .hides("GET POST", "orders/1"),
                row("ejb-denied", "A denied method of a singleton", "DeniedSessionBean")
                        .hides("GET POST", "orders/1"),
                row("ejb-role-of-local-view", "A role on the local view of a bean", "RoleOfLocalView")
                        .classes("ejb.LocalView")
                        .guards("GET", "orders/1", Access.READ)
                        .mayEnd("RoleOfLocalView"),
                row("ejb-javax-leftover", "The annotation of Java EE 8 on a stateless bean", "JavaxSessionBean")
                        .content(war -> war.addPackage("javax.annotation.security"))
                        .guards("GET", "orders/1", Access.READ)
                        .mayEnd("JavaxSessionBean"));
    }

    private static HostileApplication resource(String id, String comment, String type) {
        return named(id, comment)
                .withRest()
                .needing(Need.EJB)
                .classes("rest.Api", "ejb." + type)
                .guards("api/orders")
                .asks(base -> InjectedApplications.askInParallel(base, "api/orders"));
    }

    private static HostileApplication row(String id, String comment, String type) {
        return named(id, comment)
                .withBeans()
                .needing(Need.EJB)
                .classes("beans.Orders", "beans.BeanServlet", "ejb." + type);
    }
}
