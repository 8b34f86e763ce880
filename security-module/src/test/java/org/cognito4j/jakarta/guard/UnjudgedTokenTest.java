package org.cognito4j.jakarta.guard;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.DispatcherType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.cognito4j.jakarta.fake.PublishedFinding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class UnjudgedTokenTest {

    private final FakeServlets servlets = new FakeServlets();
    private final UnjudgedToken unjudged = new UnjudgedToken();
    private final CognitoService service =
            new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                    "test",
                    new HashMap<>(Map.of(
                            "cognito.user-pool-id", "eu-west-1_AbCdEfGhI",
                            "cognito.client-ids", "abc",
                            "cognito.paths", "/api/*")))))));

    UnjudgedTokenTest() {
        service.publishIn(servlets.context());
        PublishedFinding.in(servlets.context(), true);
        servlets.servletPath = "/api/x";
        servlets.authorization = List.of("Bearer a.b.c");
    }

    @AfterEach
    void close() {
        service.close();
    }

    private boolean isRefused() {
        return unjudged.isRefused(servlets.request(), servlets.response());
    }

    @Test
    void is_refused_and_logged_once() {
        try (LoggedLines log = LoggedLines.of("org.cognito4j")) {
            assertThat(isRefused()).isTrue();
            assertThat(isRefused()).isTrue();

            assertThat(servlets.status).isEqualTo(503);
            assertThat(log.lines(Level.SEVERE))
                    .singleElement()
                    .asString()
                    .contains("\"/fake\"", "cognito.authentication=off")
                    .doesNotContain("a.b.c");
        }
    }

    @Test
    void is_none_where_the_module_has_judged_it() {
        servlets.attributes.put("org.cognito4j.challenge", "Bearer");
        assertThat(isRefused()).isFalse();
    }

    @Test
    void is_none_without_a_bearer_token() {
        servlets.authorization = List.of("Basic abc");
        assertThat(isRefused()).isFalse();
    }

    @Test
    void is_none_outside_the_paths() {
        servlets.servletPath = "/other";
        assertThat(isRefused()).isFalse();
    }

    @Test
    void is_none_after_a_dispatch() {
        servlets.dispatcher = DispatcherType.FORWARD;
        assertThat(isRefused()).isFalse();
    }

    @Test
    void is_none_where_another_authentication_is_meant() {
        PublishedFinding.in(servlets.context(), false);
        assertThat(isRefused()).isFalse();
    }

    @Test
    void is_none_without_the_module() {
        assertThat(unjudged.isRefused(new FakeServlets().request(), servlets.response()))
                .isFalse();
    }
}
