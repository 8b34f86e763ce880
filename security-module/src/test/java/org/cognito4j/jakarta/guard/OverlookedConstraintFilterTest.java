package org.cognito4j.jakarta.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.http.HttpServlet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.constraint.ConstraintRule;
import org.cognito4j.jakarta.constraint.UrlPattern;
import org.cognito4j.jakarta.constraint.WebConstraint;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class OverlookedConstraintFilterTest {

    private final FakeServlets servlets = new FakeServlets();
    private final AtomicInteger served = new AtomicInteger();
    private final CognitoService service =
            new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                    "test", Map.of("cognito.user-pool-id", "eu-west-1_AbCdEfGhI", "cognito.client-ids", "client1"))))));

    OverlookedConstraintFilterTest() {
        service.publishIn(servlets.context());
        servlets.servlets = List.of(Inheriting.class, Declaring.class, Open.class);
        new WebConstraints(List.of(readers("/Inheriting"), readers("/Declaring")), false, Set.of("read"))
                .publishIn(servlets.context());
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void asks_for_credentials_where_the_constraint_is_inherited() throws Exception {
        ask(Inheriting.class);

        assertThat(served).hasValue(0);
        assertThat(servlets.status).isEqualTo(401);
        assertThat(servlets.responseHeaders).containsEntry("WWW-Authenticate", "Bearer realm=\"cognito\"");
    }

    @Test
    void refuses_a_caller_without_the_role_of_an_inherited_constraint() throws Exception {
        servlets.principal = () -> "caller";

        ask(Inheriting.class);

        assertThat(served).hasValue(0);
        assertThat(servlets.status).isEqualTo(403);
    }

    @Test
    void lets_a_caller_with_the_role_of_an_inherited_constraint_pass() throws Exception {
        servlets.principal = () -> "caller";
        servlets.containerRoles = Set.of("read");

        ask(Inheriting.class);

        assertThat(served).hasValue(1);
    }

    @Test
    void leaves_a_constraint_of_the_class_itself_to_the_server() throws Exception {
        ask(Declaring.class);

        assertThat(served).hasValue(1);
    }

    @Test
    void leaves_a_servlet_without_a_constraint_open() throws Exception {
        ask(Open.class);

        assertThat(served).hasValue(1);
    }

    /** Open Liberty does not apply it to every path, Jetty unites it with an open one of its own. */
    @Test
    void asks_for_credentials_where_the_constraint_is_that_of_the_default_pattern() throws Exception {
        new WebConstraints(List.of(readers("/")), false, Set.of("read")).publishIn(servlets.context());

        ask(Open.class);
        assertThat(served).hasValue(0);
        assertThat(servlets.status).isEqualTo(401);

        servlets.principal = () -> "caller";
        servlets.containerRoles = Set.of("read");
        ask(Open.class);
        assertThat(served).hasValue(1);
    }

    private void ask(Class<? extends HttpServlet> servlet) throws Exception {
        servlets.servletName = servlet.getName();
        servlets.servletPath = "/" + servlet.getSimpleName();
        new OverlookedConstraintFilter()
                .doFilter(servlets.request(), servlets.response(), (in, out) -> served.incrementAndGet());
    }

    private static WebConstraint readers(String pattern) {
        return new WebConstraint(new UrlPattern(pattern), Set.of(), false, ConstraintRule.ofRoles(Set.of("read")));
    }

    @ServletSecurity(@HttpConstraint(rolesAllowed = "read"))
    private static class Declaring extends HttpServlet {

        private static final long serialVersionUID = 1;
    }

    private static class Inheriting extends Declaring {

        private static final long serialVersionUID = 1;
    }

    private static class Open extends HttpServlet {

        private static final long serialVersionUID = 1;
    }
}
