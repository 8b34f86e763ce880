package org.cognito4j.it;

import static org.cognito4j.it.HostileApplication.named;

import java.util.List;

/** Authors who trust in annotations of CDI beans. */
final class BeanApplications {

    private BeanApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                row("bean-overridden-method", "A method that needs more than its class, overridden", "OverriddenMethod")
                        .guards("GET", "orders/1", Access.WRITE),
                row(
                                "bean-abstract-method",
                                "An abstract generic method that needs more than its class",
                                "AbstractMethod")
                        .guards("GET", "orders/1", Access.WRITE),
                row("bean-nested-stereotype", "A scope on a stereotype of a stereotype", "NestedStereotype")
                        .guards("orders/1"),
                row("bean-default-method", "A scope on a default method, two interfaces away", "DefaultMethod")
                        .guards("orders/1"),
                row("bean-two-interfaces", "Two interfaces with different scopes for one method", "TwoInterfaces")
                        .guards("GET", "orders/1", Access.READ_AND_WRITE)
                        .mayEnd("TwoInterfaces"),
                row("bean-private-method", "A scope on a private method", "PrivateMethod")
                        .guards("orders/1")
                        .mayEnd("PrivateMethod"),
                row("bean-static-method", "A scope on a static method of a class that is no bean", "StaticMethod")
                        .guards("orders/1")
                        .mayEnd("StaticMethod"),
                row("bean-final-method", "A scope on a final method", "FinalMethod")
                        .guards("orders/1")
                        .mayEnd("FinalMethod"),
                row("bean-self-call", "A scope on a method that the bean calls on itself", "SelfCall")
                        .guards("orders/1")
                        .mayEnd("SelfCall"),
                row("bean-self-call-template", "A role on a method that the superclass calls", "TemplateCall")
                        .guards("orders/1")
                        .mayEnd("TemplateCall", "find"),
                row("bean-self-call-lambda", "A scope on a method that the bean hands to a stream", "LambdaCall")
                        .guards("orders/1")
                        .mayEnd("LambdaCall", "find"),
                row("bean-typed-default", "A scope on a default method that is none of the bean's types", "TypedBean")
                        .guards("orders/1")
                        .mayEnd("TypedBean"),
                row("bean-listed-interceptor", "A cache in front of a scope, listed by name", "ListedInterceptor")
                        .guards("orders/1"),
                row("bean-early-interceptor", "A cache in front of a role, of a low priority", "EarlyInterceptor")
                        .guards("orders/1"),
                row("bean-async-observer", "A scope on an observer in another thread", "AsyncObserver")
                        .hides("GET", "orders/1"),
                named("bean-scoped-superclass-of-servlet", "A scope on the superclass of a servlet")
                        .classes("OrdersServlet", "beans.ScopedBaseServlet")
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEnd("ScopedBaseServlet"),
                row("bean-produced-object", "A scope on an object that a producer makes", "ProducedObject")
                        .guards("orders/1")
                        .mayEnd("Guarded"),
                row("bean-plain-object", "A scope on an object that its user makes", "PlainObject")
                        .guards("orders/1")
                        .mayEnd("GuardedObject"),
                row("bean-observer", "A scope on an observer of an event", "ObservingBean")
                        .guards("orders/1"),
                row("bean-specialized", "A scope on a bean that another one specializes", "SpecializingBean")
                        .guards("orders/1"),
                row("bean-roles-allowed", "The annotation of enterprise beans on a plain bean", "RolesAllowedBean")
                        .guards("orders/1")
                        .mayEnd("RolesAllowedBean"),
                row("bean-deny-all", "A denied method of a plain bean that permits the rest", "DenyAllBean")
                        .guards("GET", "orders/1", Access.NOBODY)
                        .mayEnd("DenyAllBean"),
                row("bean-javax-leftover", "The annotation of Java EE 8 on a plain bean", "JavaxBean")
                        .content(war -> war.addPackage("javax.annotation.security"))
                        .guards("orders/1")
                        .mayEnd("JavaxBean"),
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
                        .mayEnd("ScopedServlet"),
                named("bean-scoped-filter", "A scope on a filter that answers")
                        .withBeans()
                        .classes("beans.ScopedFilter")
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEnd("ScopedFilter"),
                named("bean-scoped-servlet-of-listener", "A scope on a servlet that a listener registers")
                        .withBeans()
                        .classes("OrdersServlet", "beans.ScopedServletOfListener")
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEnd("RegisteredServlet"),
                row(
                                "bean-without-jakarta-security",
                                "A scope on a bean where CDI has no Jakarta Security",
                                "DefaultMethod")
                        .needing(Need.NO_JAKARTA_SECURITY)
                        .with(Libraries.CDI_WITHOUT_JAKARTA_SECURITY)
                        .guards("orders/1")
                        .mayEnd("DefaultMethod"));
    }

    private static HostileApplication row(String id, String comment, String bean) {
        return named(id, comment).withBeans().classes("beans.Orders", "beans.BeanServlet", "beans." + bean);
    }
}
