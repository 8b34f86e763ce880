package org.cognito4j.server.liberty;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.authentication.mechanism.http.AuthenticationParameters;
import jakarta.servlet.ServletRequestEvent;
import java.util.List;
import java.util.Map;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.fake.FakeRequest;
import org.cognito4j.jakarta.security.MechanismPresence;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionOverrideTest {

    private final FakeRequest request = new FakeRequest();
    private final CognitoService service =
            new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                    "test",
                    Map.of(
                            "cognito.user-pool-id", "eu-west-1_AbCdEfGhI",
                            "cognito.client-ids", "abc",
                            "cognito.paths", "/api/*"))))));

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void is_what_a_request_with_a_token_is() {
        start(true);
        request.withAuthorization("Bearer x.y").at("/api/orders");

        assertThat(parameters())
                .isInstanceOfSatisfying(
                        AuthenticationParameters.class,
                        parameters ->
                                assertThat(parameters.isNewAuthentication()).isTrue());
    }

    @Test
    void is_not_what_any_other_request_is() {
        start(true);
        request.withAuthorization("Basic YTpi").at("/api/orders");

        assertThat(parameters()).isNull();
    }

    @Test
    void is_nothing_where_another_mechanism_has_the_say() {
        start(false);
        request.withAuthorization("Bearer x.y").at("/api/orders");

        assertThat(parameters()).isNull();
    }

    @Test
    void is_nothing_on_paths_that_are_for_people() {
        start(true);
        request.withAuthorization("Bearer x.y").at("/people");

        assertThat(parameters()).isNull();
    }

    @Test
    void is_nothing_before_the_application_has_started() {
        MechanismPresence.noteIn(request.application());
        request.withAuthorization("Bearer x.y").at("/api/orders");

        assertThat(parameters()).isNull();
    }

    private void start(boolean hasMechanism) {
        request.application().setAttribute(CognitoService.class.getName(), service);
        if (hasMechanism) {
            MechanismPresence.noteIn(request.application());
        }
    }

    private Object parameters() {
        new SessionOverride().requestInitialized(new ServletRequestEvent(request.application(), request.face()));
        return request.face().getAttribute(SessionOverride.PARAMETERS);
    }
}
