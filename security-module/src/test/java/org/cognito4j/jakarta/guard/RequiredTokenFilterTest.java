package org.cognito4j.jakarta.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.cognito4j.InvalidSettings;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.RequiredTokenPaths;
import org.cognito4j.jakarta.fake.FakeServlets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequiredTokenFilterTest {

    private final FakeServlets servlets = new FakeServlets();
    private final AtomicInteger served = new AtomicInteger();
    private CognitoService service = service(Map.of("cognito.require-token", "/api/*, /wel/start.html"));

    RequiredTokenFilterTest() {
        RequiredTokenPaths.noteEnforcementIn(servlets.context());
        service.publishIn(servlets.context());
    }

    @AfterEach
    void close() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({"REQUEST, 401", "FORWARD, 401", "ASYNC, 401", "INCLUDE, 200", "ERROR, 200"})
    void keeps_an_anonymous_request_from_the_application(DispatcherType dispatcher, int status) throws Exception {
        servlets.dispatcher = dispatcher;
        servlets.servletPath = "/api/x";

        filter();

        assertThat(served).hasValue(0);
        assertThat(servlets.status).isEqualTo(status);
    }

    @Test
    void asks_for_credentials_without_an_error() throws Exception {
        servlets.servletPath = "/api/x";

        filter();

        assertThat(servlets.responseHeaders)
                .containsEntry("WWW-Authenticate", "Bearer realm=\"cognito\"")
                .containsEntry("Cache-Control", "no-store");
    }

    @Test
    void refuses_a_malformed_header() throws Exception {
        servlets.servletPath = "/api/x";
        servlets.authorization = List.of("Bearer a b");

        filter();

        assertThat(served).hasValue(0);
        assertThat(servlets.status).isEqualTo(400);
    }

    @Test
    void refuses_a_request_that_cannot_be_judged() throws Exception {
        servlets.servletPath = "/api/x";
        servlets.failure = new StackOverflowError();

        filter();

        assertThat(served).hasValue(0);
        assertThat(servlets.status).isEqualTo(503);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/open", "/apix", "/wel/x.html", "/"})
    void lets_other_paths_pass(String path) throws Exception {
        servlets.servletPath = path;

        filter();

        assertThat(served).hasValue(1);
    }

    @Test
    void knows_what_a_directory_stands_for() throws Exception {
        servlets.servletPath = "/wel/";
        servlets.webXml = """
                <web-app><welcome-file-list><welcome-file>start.html</welcome-file></welcome-file-list></web-app>
                """;

        filter();

        assertThat(served).hasValue(0);
        assertThat(servlets.status).isEqualTo(401);
    }

    @Test
    void leaves_the_metadata_open() throws Exception {
        CognitoService everywhere = service(Map.of(
                "cognito.require-token", "/*",
                "cognito.resource-url", "https://api.example.com/v1"));
        everywhere.publishIn(servlets.context());
        servlets.servletPath = "/.well-known/oauth-protected-resource";

        filter();
        assertThat(served).hasValue(1);

        servlets.servletPath = "/";
        filter();
        assertThat(served).hasValue(1);
        everywhere.close();
    }

    @Test
    void refuses_every_request_of_an_application_whose_start_has_failed() throws Exception {
        servlets.servletPath = "/open";
        FailedStart.noteIn(servlets.context());

        filter();

        assertThat(served).hasValue(0);
        assertThat(servlets.status).isEqualTo(503);
    }

    @Test
    void ends_the_deployment_where_no_initializer_was_run() {
        servlets.contextAttributes.clear();

        assertThatThrownBy(() -> service.publishIn(servlets.context()))
                .isInstanceOf(InvalidSettings.class)
                .hasMessageContaining("cognito.require-token")
                .hasMessageContaining("/api/*, /wel/start.html");
    }

    private void filter() throws Exception {
        new RequiredTokenFilter(application -> {})
                .doFilter(servlets.request(), servlets.response(), (in, out) -> served.incrementAndGet());
    }

    private static CognitoService service(Map<String, String> further) {
        Map<String, String> settings = new HashMap<>(further);
        settings.put("cognito.user-pool-id", "eu-west-1_AbCdEfGhI");
        settings.put("cognito.client-ids", "client1");
        return new CognitoService(
                ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of("test", settings)))));
    }
}
