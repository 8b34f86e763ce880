package org.cognito4j.it;

import static org.cognito4j.it.HostileApplication.named;
import static org.cognito4j.it.WebXml.constraint;
import static org.cognito4j.it.WebXml.orders;

import java.util.List;

/** Authors who trust in claims of the token, by annotations and by settings. */
final class ClaimApplications {

    private static final String FILTER = "<filter><filter-name>claims</filter-name>"
            + "<filter-class>org.cognito4j.jakarta.filter.CognitoFilter</filter-class>"
            + "<init-param><param-name>cognito.required-claims.\"client_id\"</param-name>"
            + "<param-value>reader</param-value></init-param></filter>"
            + "<filter-mapping><filter-name>claims</filter-name><url-pattern>/orders/*</url-pattern></filter-mapping>";

    private ClaimApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                resource("claim-path", "The claim is a parameter of the path", "OwnOrders")
                        .guards("GET HEAD", "api/orders/reader", Access.READER)
                        .guards("GET", "api/orders/reader/of-readers", Access.READER)
                        .guards("GET", "api/orders/nobody", Access.NOBODY),
                resource("claim-encoded-path", "The parameter of the path in other spellings", "OwnOrders")
                        .guards("GET", "api/orders/%72eader", Access.READER)
                        .asks(Question.hidden("GET", "api/orders/reader;x=1", Access.READER))
                        .asks(Question.hidden("GET", "api/orders/writer/../reader", Access.READER))
                        .asks(Question.hidden("GET", "api/orders//reader", Access.READER))
                        .asks(Question.hidden("GET", "api/orders/READER", Access.NOBODY))
                        .asks(Question.hidden("GET", "api/orders/nobody;reader", Access.NOBODY))
                        .asks(Question.hidden("GET", "api/orders/nobody;client=reader", Access.NOBODY))
                        .asks(Question.hidden("GET", "api/orders/nobody?client=reader", Access.NOBODY))
                        .asks(Question.hidden("GET", "api/orders/reader%2Fx", Access.NOBODY))
                        .asks(Question.hidden("GET", "api/orders/reader%20", Access.NOBODY))
                        .asks(Question.hidden("GET", "api/orders/reader%00", Access.NOBODY))
                        .asks(Question.hidden("GET", "api/orders/*", Access.NOBODY)),
                resource("claim-locator", "The parameter is of the way to a resource", "OwnOrders")
                        .guards("GET", "api/orders/reader/items/1", Access.READER),
                resource("claim-missing-parameter", "The template has no such parameter", "MissingParameter")
                        .guards("GET", "api/orders/reader", Access.NOBODY)
                        .mayEnd("MissingParameter.read", "orders/{id}"),
                resource("claim-overriding-resource", "The overridden method has the claim", "OverridingResource")
                        .guards("GET", "api/orders/reader", Access.READER),
                bean("claim-overridden-method", "Two claims on a method of an interface", "OverriddenMethod")
                        .guards("orders/1"),
                bean("claim-private-method", "A claim on a private method", "PrivateMethod")
                        .guards("GET", "orders/1", Access.READER)
                        .mayEnd("PrivateMethod"),
                bean("claim-beside-scope", "Two claims on the class, a scope on the method", "ClaimBesideScope")
                        .guards("GET", "orders/1", Access.READ_AND_WRITE),
                bean("claim-path-on-bean", "A parameter of the path where there is none", "PathOnBean")
                        .guards("GET", "orders/1", Access.NOBODY)
                        .mayEnd("PathOnBean.find"),
                bean("claim-interception-factory", "A claim on an object that a producer intercepts", "FactoryBean")
                        .guards("orders/1")
                        .mayEnd("Guarded"),
                bean("claim-enterprise-bean", "Two claims on a stateless bean", "ClaimedSessionBean")
                        .needing(Need.EJB)
                        .guards("orders/1")
                        .mayEnd("ClaimedSessionBean"),
                named("claim-on-servlet", "A claim on a servlet")
                        .withBeans()
                        .classes("OrdersServlet", "claims.ClaimServlet")
                        .guards("GET POST", "orders/1", Access.READER)
                        .mayEnd("ClaimServlet"),
                named("claim-of-filter", "A filter requires a claim of its own")
                        .classes("OrdersServlet")
                        .webXml(orders("/orders/*") + FILTER)
                        .guards("GET POST", "orders/1", Access.READER),
                named("claim-of-client", "A claim of single clients beside a constraint")
                        .classes("OrdersServlet")
                        .setting("cognito.required-claims.\"token_use\"", "access")
                        .setting("cognito.clients.\"both\".required-claims.\"client_id\"", "reader")
                        .webXml(orders("/orders/*") + constraint("/orders/*", "read"))
                        .guards("GET POST", "orders/1", Access.READER));
    }

    private static HostileApplication resource(String id, String comment, String type) {
        return named(id, comment).withRest().classes("rest.Api", "claims." + type);
    }

    private static HostileApplication bean(String id, String comment, String type) {
        return named(id, comment).withBeans().classes("beans.Orders", "beans.BeanServlet", "claims." + type);
    }
}
