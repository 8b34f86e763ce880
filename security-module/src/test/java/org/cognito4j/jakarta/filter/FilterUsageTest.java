package org.cognito4j.jakarta.filter;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.management.JMX;
import javax.management.ObjectName;
import org.cognito4j.AccessToken;
import org.cognito4j.GenuineTokens;
import org.cognito4j.Verification;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.constraint.ConstraintRule;
import org.cognito4j.jakarta.constraint.RoleLinks;
import org.cognito4j.jakarta.constraint.UrlPattern;
import org.cognito4j.jakarta.constraint.WebConstraint;
import org.cognito4j.jakarta.constraint.WebConstraints;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.monitor.SecurityMXBean;
import org.cognito4j.jakarta.usage.UsageFigures;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FilterUsageTest {

    private static final String API = "https://api.example.com";
    private static final String READ = API + "/read";
    private static final String WRITE = API + "/write";

    private final FakeServlets servlets = new FakeServlets();
    private final AccessToken token = GenuineTokens.holding(READ, WRITE);

    @TempDir
    private Path folder;

    private CognitoService service;

    /** A class of an application that decides nothing. */
    static final class Page {}

    @BeforeEach
    void start() throws Exception {
        try (InputStream page = Page.class.getResourceAsStream("FilterUsageTest$Page.class")) {
            servlets.resources.put("/WEB-INF/classes/Page.class", page.readAllBytes());
        }
        servlets.contextPath = "/usage";
        service = new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                "test",
                Map.of(
                        "cognito.user-pool-id",
                        GenuineTokens.POOL,
                        "cognito.client-ids",
                        GenuineTokens.CLIENT + ",never",
                        "cognito.clients.\"" + GenuineTokens.CLIENT + "\".name",
                        "Shop",
                        "cognito.resource-server",
                        API,
                        "cognito.usage-file",
                        folder.resolve("usage.json").toString()))))));
        service.publishIn(servlets.context());
        servlets.authorization = List.of("Bearer x");
    }

    @AfterEach
    void stop() {
        service.close();
    }

    private RequestGate gate(List<String> scopes, boolean any, CheckedMethods methods) {
        return new RequestGate(
                service,
                new RequiredScopes(service.pools(), service::rolesFor, scopes, any),
                methods,
                false,
                RoleLinks.of(servlets.context()),
                text -> new Verification.Accepted(token));
    }

    private HttpServletRequest admitted(List<String> scopes, boolean any) {
        return gate(scopes, any, CheckedMethods.ALL)
                .admit(servlets.request(), servlets.response())
                .orElseThrow();
    }

    private UsageFigures figures() throws Exception {
        return bean().getUsage().get("Shop");
    }

    private static SecurityMXBean bean() throws Exception {
        return JMX.newMXBeanProxy(
                ManagementFactory.getPlatformMBeanServer(),
                new ObjectName("org.cognito4j:type=Security,application=\"/usage\""),
                SecurityMXBean.class);
    }

    @Test
    void needs_the_scopes_that_a_filter_requires() throws Exception {
        admitted(List.of("read"), false);

        assertThat(figures().getUnusedScopes()).containsExactly(WRITE);
        assertThat(figures().getScopes()).isEqualTo(Map.of(READ, 1L, WRITE, 0L));
    }

    @Test
    void needs_all_scopes_any_of_which_was_enough() throws Exception {
        admitted(List.of("read", "write", "delete"), true);

        assertThat(figures().getUnusedScopes()).isEmpty();
    }

    @Test
    void needs_no_scope_where_any_token_is_enough_and_one_for_a_role_that_the_application_asks() throws Exception {
        HttpServletRequest seen = admitted(List.of(), false);
        assertThat(figures().getUnusedScopes()).containsExactly(READ, WRITE);

        assertThat(seen.isUserInRole("read")).isTrue();
        assertThat(seen.isUserInRole("delete")).isFalse();

        assertThat(figures().getUnusedScopes()).containsExactly(WRITE);
    }

    @Test
    void knows_no_needs_where_a_filter_does_not_ask_for_the_method() throws Exception {
        gate(List.of("read"), false, CheckedMethods.only(List.of("POST")))
                .admit(servlets.request(), servlets.response());

        assertThat(figures().getUnusedScopes()).isEmpty();
        assertThat(figures().getPerhapsUnusedScopes()).containsExactly(READ, WRITE);
    }

    @Test
    void knows_what_a_call_needed_that_is_refused() throws Exception {
        gate(List.of("delete"), false, CheckedMethods.ALL).admit(servlets.request(), servlets.response());

        assertThat(figures().getCallsOfUnknownNeeds()).isZero();
        assertThat(figures().getRefusedByReason()).isEqualTo(Map.of("insufficient-scope", 1L));
        assertThat(figures().getUnusedScopes()).containsExactly(READ, WRITE);
    }

    @Test
    void has_a_row_for_clients_that_never_came_and_for_all_that_are_not_configured() throws Exception {
        assertThat(bean().getUsage()).containsOnlyKeys("Shop", "never", "other");
        assertThat(bean().getUsage().get("never").getLastSeen()).isZero();
    }

    @ParameterizedTest
    @EnumSource(
            value = DecisionForm.class,
            names = {"MECHANISM", "BARE_JAR"})
    void needs_the_scopes_of_the_roles_of_a_constraint(DecisionForm form) throws Exception {
        constrain(ConstraintRule.ofRoles(Set.of("write", "admin")));

        arrive(form);

        assertThat(figures().getUnusedScopes()).containsExactly(READ);
    }

    @Test
    void needs_no_scope_where_a_constraint_is_for_any_caller() throws Exception {
        constrain(ConstraintRule.ofRoles(Set.of("**")));

        arrive(DecisionForm.MECHANISM);

        assertThat(figures().getUnusedScopes()).containsExactly(READ, WRITE);
    }

    @Test
    void knows_no_needs_without_a_constraint_or_where_the_server_gives_the_role() throws Exception {
        constrain(ConstraintRule.EVERYBODY);
        arrive(DecisionForm.MECHANISM);
        constrain(ConstraintRule.ofRoles(Set.of("of-the-server")));
        arrive(DecisionForm.MECHANISM);
        WebConstraints.UNKNOWN.publishIn(servlets.context());
        arrive(DecisionForm.MECHANISM);

        assertThat(figures().getCallsOfUnknownNeeds()).isEqualTo(3);
        assertThat(figures().getUnusedScopes()).isEmpty();
    }

    @Test
    void knows_the_needs_of_a_call_that_the_container_refuses() throws Exception {
        constrain(ConstraintRule.ofRoles(Set.of("admin")));
        arrive(DecisionForm.MECHANISM);
        assertThat(figures().getCallsOfUnknownNeeds()).isEqualTo(1);

        service.refusals().noteConstraint(servlets.request());

        assertThat(figures().getCallsOfUnknownNeeds()).isZero();
    }

    private void constrain(ConstraintRule rule) {
        servlets.attributes.clear();
        new WebConstraints(List.of(new WebConstraint(new UrlPattern("/*"), Set.of(), false, rule)), false, Set.of())
                .publishIn(servlets.context());
    }

    private void arrive(DecisionForm form) {
        servlets.attributes.clear();
        service.authenticate(servlets.request(), form, text -> new Verification.Accepted(token));
    }
}
