package org.cognito4j.jakarta.rules;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.http.HttpServlet;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.cognito4j.SettingFault;
import org.cognito4j.jakarta.ProtectedPaths;
import org.cognito4j.jakarta.constraint.ConstraintRule;
import org.cognito4j.jakarta.constraint.UrlPattern;
import org.cognito4j.jakarta.constraint.WebConstraint;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.constraint.WelcomeDirectories;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.filter.CognitoFilter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintRulesTest {

    private static final ConstraintRule READER = new ConstraintRule(ConstraintRule.Kind.ROLES, Set.of("reader"));

    private final FakeServlets servlets = new FakeServlets();
    private final List<WebConstraint> constraints = new ArrayList<>();
    private List<String> required = List.of();

    ConstraintRulesTest() {
        servlets.resources.put("/WEB-INF/lib", new byte[0]);
    }

    /** At {@code /Orders}. */
    @ServletSecurity(@HttpConstraint(rolesAllowed = "reader"))
    static class Orders extends HttpServlet {
        private static final long serialVersionUID = 1;
    }

    @ParameterizedTest
    @ValueSource(strings = {"get", "GET,POST", "GET POST", "*x y"})
    void finds_a_method_that_no_caller_sends(String method) {
        constrain("/Orders", Set.of(method), false);

        assertThat(faults()).singleElement().asString().contains("constraint on /Orders", "\"" + method + "\"");
    }

    @Test
    void allows_methods_and_all_omissions() {
        constrain("/Orders", Set.of("GET", "PROPFIND", "VERSION-CONTROL"), false);
        constrain("/Orders", Set.of("get"), true);

        assertThat(faults()).isEmpty();
    }

    @Test
    void finds_a_pattern_that_is_an_exact_path_by_mistake() {
        constrain("/star*", Set.of(), false);

        assertThat(faults()).singleElement().asString().contains("constraint on /star*", "Write /star/*");
    }

    @Test
    void leaves_constraints_alone_that_ask_for_nobody() {
        constraints.add(new WebConstraint(new UrlPattern("/star*"), Set.of("get"), false, ConstraintRule.EVERYBODY));

        assertThat(faults()).isEmpty();
    }

    @Test
    void finds_an_annotation_without_effect() {
        servlets.servlets = List.of(Orders.class);
        assertThat(faults()).isEmpty();

        servlets.webXml = "<web-app metadata-complete=\"true\"/>";
        assertThat(faults())
                .singleElement()
                .asString()
                .contains("@ServletSecurity on " + Orders.class.getName(), "on /Orders", "metadata-complete");

        constrain("/Orders", Set.of(), false);
        assertThat(faults()).isEmpty();
    }

    @Test
    void warns_of_a_constraint_where_nothing_lies() {
        servlets.servlets = List.of(Orders.class);
        constrain("/Orders", Set.of(), false);
        constrain("/Order/*", Set.of(), false);

        assertThat(warnings("/*"))
                .singleElement()
                .asString()
                .contains("constraint on /Order/*: protects nothing", "/fake");
    }

    @Test
    void warns_of_paths_that_hold_half_of_a_constraint() {
        servlets.servlets = List.of(Orders.class);
        constrain("/Orders/*", Set.of(), false);

        assertThat(warnings("/Orders"))
                .singleElement()
                .asString()
                .contains("cognito.paths: /Orders does not include", "Add /Orders/*");
        assertThat(warnings("/Orders/*")).isEmpty();
    }

    @Test
    void warns_of_paths_where_nothing_lies() {
        servlets.servlets = List.of(Orders.class);

        assertThat(warnings("/order/*", "/Orders/*"))
                .singleElement()
                .asString()
                .contains("cognito.paths: /order/* includes no");
    }

    @Test
    void means_the_directory_by_a_welcome_file() {
        assertThat(WelcomeDirectories.of(
                        List.of("/wel/index.html", "/a/index.jsp", "/a/other.html", "/b/index.html", "/b/*", "*.html"),
                        servlets.context()))
                .containsExactly("/wel/", "/a/");
        servlets.contextAttributes.clear();
        servlets.webXml =
                "<web-app><welcome-file-list><welcome-file>start</welcome-file></welcome-file-list></web-app>";
        assertThat(WelcomeDirectories.of(List.of("/wel/start", "/index.html"), servlets.context()))
                .containsExactly("/wel/", "");
    }

    @Test
    void warns_of_error_pages_in_a_protected_part() {
        servlets.filterClass = CognitoFilter.class.getName();
        servlets.filterPatterns = List.of("/orders/*");
        servlets.webXml =
                "<web-app><filter-mapping><filter-name>filter</filter-name><url-pattern>/orders/*</url-pattern>"
                        + "</filter-mapping></web-app>";
        constrain("/admin/*", Set.of(), false);
        constrain("/*", Set.of(), false);

        assertThat(errorPages("/orders/error", "/error.jsp", "/admin/error?x=1"))
                .hasSize(2)
                .anyMatch(warning -> warning.contains("error page /orders/error") && warning.contains("ERROR"))
                .anyMatch(warning -> warning.contains("error page /admin/error:"));

        servlets.webXml = servlets.webXml.replace(
                "</filter-mapping>", "<dispatcher>REQUEST</dispatcher><dispatcher>ERROR</dispatcher></filter-mapping>");
        assertThat(errorPages("/orders/error")).isEmpty();
    }

    private List<String> errorPages(String... locations) {
        return texts(pages().errorPageWarnings(Stream.of(locations)));
    }

    private ContainerPages pages() {
        publish();
        RegisteredParts parts = parts();
        return new ContainerPages(
                servlets.context(), parts, new FilterRules(parts, DeploymentDescriptors.of(servlets.context())));
    }

    @Test
    void warns_of_a_path_that_needs_a_token_and_that_the_application_does_not_have() {
        servlets.servlets = List.of(Orders.class);
        required = List.of("/Orders", "/order/*");

        assertThat(warnings("/*"))
                .singleElement()
                .asString()
                .contains("cognito.require-token: /order/* includes no servlet");
    }

    private List<String> faults() {
        publish();
        return texts(
                new ConstraintRules(servlets.context(), parts()).faults(DeploymentDescriptors.of(servlets.context())));
    }

    private List<String> warnings(String... paths) {
        publish();
        return texts(new ConstraintRules(servlets.context(), parts())
                .warnings(new ProtectedPaths(List.of(paths)), new ProtectedPaths(required)));
    }

    private RegisteredParts parts() {
        RegisteredParts parts = new RegisteredParts(servlets.context());
        parts.note();
        return parts;
    }

    private void publish() {
        new WebConstraints(constraints, false, Set.of()).publishIn(servlets.context());
    }

    private void constrain(String pattern, Set<String> methods, boolean omission) {
        constraints.add(new WebConstraint(new UrlPattern(pattern), methods, omission, READER));
    }

    private static List<String> texts(List<SettingFault> faults) {
        return faults.stream().map(SettingFault::toString).toList();
    }
}
