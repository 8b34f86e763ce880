package org.cognito4j.jakarta.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cognito4j.GenuineTokens;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.BearerPrincipal;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ContainerCallerRequestTest {

    private static final String API = "https://api.example.com";
    private static final Map<String, String> SETTINGS = Map.of(
            "cognito.user-pool-id", GenuineTokens.POOL,
            "cognito.client-ids", GenuineTokens.CLIENT,
            "cognito.resource-server", API);

    private final CognitoService service = new CognitoService(
            ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of("test", SETTINGS)))));
    private final FakeServlets container = new FakeServlets();

    @BeforeEach
    void enter() {
        service.publishIn(container.context());
        container.principal = BearerPrincipal.of(GenuineTokens.holding(API + "/read", API + "/write"));
        container.containerRoles = Set.of("read", "**");
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void came_with_a_token_whatever_the_container_calls_that() {
        assertThat(request().getAuthType()).isEqualTo("Bearer");
    }

    @Test
    void came_as_the_container_says_where_the_caller_is_not_ours() {
        container.principal = () -> "anna";

        assertThat(request().getAuthType()).isEqualTo("BASIC");
    }

    @Test
    void keeps_the_roles_that_the_container_has_confirmed_where_it_forgets_them() {
        request().startAsync();
        container.containerRoles = Set.of();

        ContainerCallerRequest afterDispatch = request();
        assertThat(afterDispatch.isUserInRole("read")).isTrue();
        assertThat(afterDispatch.isUserInRole("**")).isTrue();
        assertThat(afterDispatch.isUserInRole("write"))
                .as("in the token, but not for the container")
                .isFalse();
    }

    @Test
    void asks_the_container_for_roles_only_while_it_knows_them() {
        request().startAsync(null, null);
        container.containerRoles = Set.of();
        request().confirmRoles();

        assertThat(request().isUserInRole("read")).isTrue();
    }

    @Test
    void keeps_the_confirmed_roles_and_no_other_where_the_container_fails() {
        request().startAsync();
        container.containerForgetsItsPolicy = true;

        assertThat(request().isUserInRole("read")).isTrue();
        assertThat(request().isUserInRole("write")).isFalse();
        assertThat(request().isUserInRole(null)).isFalse();
    }

    @Test
    void fails_as_the_container_does_where_nothing_was_confirmed() {
        container.containerForgetsItsPolicy = true;

        assertThatThrownBy(() -> request().isUserInRole("read")).isInstanceOf(NullPointerException.class);
    }

    @Test
    void has_a_role_that_only_the_container_knows() {
        request().startAsync();
        container.containerRoles = Set.of("auditor");

        assertThat(request().isUserInRole("auditor")).isTrue();
    }

    @Test
    void has_no_role_that_nobody_has_confirmed() {
        container.containerRoles = Set.of();

        assertThat(request().isUserInRole("read")).isFalse();
    }

    @Test
    void has_a_role_of_its_token_that_the_container_confirms_when_asked_otherwise() {
        container.containerRoles = Set.of();
        ContainerCallerRequest request =
                new ContainerCallerRequest(container.request(), Set.of("write", "admin")::contains);

        assertThat(request.isUserInRole("write")).isTrue();
        assertThat(request.isUserInRole("read")).as("not confirmed").isFalse();
        assertThat(request.isUserInRole("admin")).as("not in the token").isFalse();

        request.startAsync();
        assertThat(request().isUserInRole("write")).isTrue();
    }

    @Test
    void has_the_role_of_all_callers_that_the_container_confirms_when_asked_otherwise() {
        container.containerRoles = Set.of();

        assertThat(new ContainerCallerRequest(container.request(), "**"::equals).isUserInRole("**"))
                .isTrue();
        assertThat(new ContainerCallerRequest(container.request(), role -> false).isUserInRole("**"))
                .isFalse();
    }

    @Test
    void asks_otherwise_for_nobody_but_a_caller_of_ours() {
        container.containerRoles = Set.of();
        container.principal = () -> "anna";

        assertThat(new ContainerCallerRequest(container.request(), role -> true).isUserInRole("write"))
                .isFalse();
    }

    @Test
    void has_no_role_after_a_logout() {
        request().confirmRoles();
        container.containerRoles = Set.of();
        container.principal = null;

        assertThat(request().isUserInRole("read")).isFalse();
    }

    private ContainerCallerRequest request() {
        return new ContainerCallerRequest(container.request());
    }
}
