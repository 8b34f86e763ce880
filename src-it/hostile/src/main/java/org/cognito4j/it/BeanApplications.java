package org.cognito4j.it;

import static org.cognito4j.it.HostileApplication.named;

import java.util.List;

/** Authors who trust in annotations of CDI beans. */
final class BeanApplications {

    private BeanApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                row("bean-default-method", "A scope on a default method, two interfaces away", "DefaultMethod")
                        .guards("orders/1"),
                row("bean-final-method", "A scope on a final method", "FinalMethod")
                        .guards("orders/1")
                        .mayEnd("FinalMethod"),
                row("bean-specialized", "A scope on a bean that another one specializes", "SpecializingBean")
                        .guards("orders/1"),
                named("bean-scoped-servlet", "A scope on a servlet")
                        .withBeans()
                        .classes("OrdersServlet", "beans.ScopedServlet")
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEnd("ScopedServlet"),
                named("bean-scoped-method-of-servlet", "A scope on a method of a servlet")
                        .withBeans()
                        .classes("beans.ScopedMethodServlet")
                        .guards("orders/1")
                        .mayEnd("ScopedMethodServlet"),
                named("bean-scoped-servlet-without-beans", "A scope on a servlet where there is no CDI")
                        .classes("OrdersServlet", "beans.ScopedServlet")
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEnd("ScopedServlet"));
    }

    private static HostileApplication row(String id, String comment, String bean) {
        return named(id, comment).withBeans().classes("beans.Orders", "beans.BeanServlet", "beans." + bean);
    }
}
