package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cognito4j.it.HostileApplication.named;
import static org.cognito4j.it.WebXml.constraint;
import static org.cognito4j.it.WebXml.orders;

import java.net.URL;
import java.util.List;
import org.cognito4j.it.hostile.Secret;

/** Authors who trust in annotations of servlets, and in what a servlet asks itself. */
final class ServletApplications {

    private ServletApplications() {}

    static List<HostileApplication> rows() {
        return List.of(
                named("servlet-security-by-method", "Constraints by method on a servlet class")
                        .classes("OrdersServlet", "constraint.MethodServlet")
                        .guards("GET", "orders/1", Access.READ)
                        .guards("POST PUT HEAD OPTIONS BREW", "orders/1", Access.WRITE)
                        .guards("DELETE", "orders/1", Access.NOBODY),
                named("servlet-security-inherited", "A constraint on the superclass of all servlets")
                        .classes("OrdersServlet", "constraint.Base", "constraint.InheritingServlet")
                        .guards("GET POST", "orders/1", Access.READ),
                named("servlet-security-nested", "A constraint on a class inside another, as in tutorials")
                        .classes("OrdersServlet", "constraint.NestedServlets")
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEnd("NestedServlets"),
                named("servlet-security-denied", "A servlet for no caller")
                        .classes("OrdersServlet", "constraint.DeniedServlet")
                        .guards("GET POST OPTIONS", "orders/1", Access.NOBODY),
                named(
                                "servlet-security-metadata-complete",
                                "A constraint on a class where web.xml switches annotations off")
                        .classes("OrdersServlet", "constraint.AddedServlet")
                        .webXml(
                                " metadata-complete=\"true\"",
                                WebXml.servlet("added", "constraint.AddedServlet", "/orders/*"))
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEnd("AddedServlet"),
                named("servlet-security-mapped-by-web-xml", "A constraint on a class that web.xml maps")
                        .classes("OrdersServlet", "constraint.AddedServlet")
                        .webXml(WebXml.servlet("added", "constraint.AddedServlet", "/orders/*"))
                        .guards("GET POST", "orders/1", Access.READ),
                named("servlet-secured-by-listener", "A servlet and its constraint, added when the application starts")
                        .classes("OrdersServlet", "constraint.SecuredByListener")
                        .guards("GET POST", "orders/1", Access.READ),
                named(
                                "servlet-annotated-added-by-listener",
                                "A servlet with a constraint on its class, added by a listener")
                        .classes("OrdersServlet", "constraint.AddedServlet", "constraint.AnnotatedAddedByListener")
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEnd("AddedServlet"),
                named("servlet-roles-allowed", "The annotation of enterprise beans on a servlet")
                        .classes("OrdersServlet", "constraint.RolesAllowedServlet")
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEnd("RolesAllowedServlet"),
                named("servlet-deny-all-method", "The annotation of enterprise beans on a method of a servlet")
                        .classes("constraint.DenyAllMethodServlet")
                        .guards("POST", "orders/1", Access.NOBODY)
                        .mayEnd("DenyAllMethodServlet"),
                named("servlet-javax-leftover", "The annotation of Java EE 8 on a servlet")
                        .classes("OrdersServlet", "constraint.JavaxServlet")
                        .content(war -> war.addPackage("javax.annotation.security"))
                        .guards("GET POST", "orders/1", Access.READ)
                        .mayEnd("JavaxServlet"),
                named("servlet-asks-itself", "A servlet that authenticates its caller and asks for the role")
                        .classes("constraint.ProgrammaticServlet")
                        .guards("GET POST", "orders/1", Access.READ),
                named("servlet-login", "A servlet that logs a caller in with name and password")
                        .classes("constraint.LoginServlet")
                        .guards("GET POST", "login", Access.NOBODY),
                named("servlet-session-of-another", "A session that another caller began")
                        .classes("OrdersServlet", "constraint.SessionServlet")
                        .webXml(orders("/orders/*") + constraint("/orders/*", "read"))
                        .asks(ServletApplications::withSessionOfAnother),
                named("servlet-upgrade", "A servlet that leaves HTTP for a protocol of its own")
                        .classes("constraint.UpgradingServlet")
                        .guards("orders/1")
                        .asks(ServletApplications::upgrading));
    }

    private static void withSessionOfAnother(URL base) {
        Reply begun = Client.send(base, "GET", "session", Access.READ.admitted().get("reader"));
        String cookie = begun.header("Set-Cookie").split(";")[0];
        assertThat(cookie).as("the session").isNotEmpty();
        Reply anonymous = Client.sendWithHeaders(base, "GET", "orders/1", "Cookie", cookie);
        assertThat(anonymous.status()).as("with the session alone").isEqualTo(401);
        Access.READ
                .refused()
                .forEach((caller, token) -> assertThat(Client.sendWithHeaders(
                                        base, "GET", "orders/1", "Cookie", cookie, "Authorization", "Bearer " + token)
                                .body())
                        .as("%s with the session of another", caller)
                        .doesNotContain(Secret.TEXT));
        assertThat(Client.sendWithHeaders(
                                base,
                                "GET",
                                "orders/1",
                                "Cookie",
                                cookie,
                                "Authorization",
                                "Bearer " + Access.READ.admitted().get("both"))
                        .body())
                .contains("caller=both");
    }

    static void upgrading(URL base) {
        String request = "GET " + base.getPath() + "orders/1 HTTP/1.1\r\nHost: " + base.getAuthority()
                + "\r\nConnection: Upgrade\r\nUpgrade: secrets\r\n%s\r\n";
        assertThat(RawClient.exchange(base, request.formatted(""))).doesNotContain(Secret.TEXT);
        Access.READ
                .refused()
                .forEach((caller, token) -> assertThat(
                                RawClient.exchange(base, request.formatted("Authorization: Bearer " + token + "\r\n")))
                        .as(caller)
                        .doesNotContain(Secret.TEXT));
    }
}
