package org.cognito4j.jakarta.container;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.auth.message.AuthStatus;
import jakarta.security.auth.message.MessageInfo;
import jakarta.security.auth.message.callback.CallerPrincipalCallback;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.FutureTask;
import javax.security.auth.Subject;
import javax.security.auth.callback.Callback;
import javax.security.auth.callback.CallbackHandler;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.fake.FakeRequest;
import org.cognito4j.jakarta.fake.FakeResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the module answers a container; what becomes of genuine tokens is tested on servers. */
class CognitoServerAuthModuleTest {

    private static final String MANDATORY = "jakarta.security.auth.message.MessagePolicy.isMandatory";

    private final CognitoService service =
            new CognitoService(ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                    "test",
                    Map.of(
                            "cognito.user-pool-id", "eu-west-1_AbCdEfGhI",
                            "cognito.client-ids", "abc"))))));
    private final FakeRequest request = new FakeRequest();
    private final FakeResponse response = new FakeResponse(false);
    private final CognitoServerAuthModule module = new CognitoServerAuthModule();
    private final List<Callback> told = new ArrayList<>();
    private final Map<String, Object> map = new HashMap<>();

    @BeforeEach
    void start() {
        service.publishIn(request.application());
        module.initialize(null, null, callbacks -> told.addAll(List.of(callbacks)), Map.of());
    }

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void lets_nobody_pass_as_nobody_where_no_caller_is_needed() {
        assertThat(validate()).isEqualTo(AuthStatus.SUCCESS);
        assertThat(told)
                .singleElement()
                .isInstanceOfSatisfying(
                        CallerPrincipalCallback.class,
                        callback -> assertThat(callback.getPrincipal()).isNull());
    }

    @Test
    void asks_for_credentials_where_a_caller_is_needed() {
        map.put(MANDATORY, "true");

        assertThat(validate()).isEqualTo(AuthStatus.SEND_FAILURE);
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.headers()).containsEntry("WWW-Authenticate", List.of("Bearer realm=\"cognito\""));
        assertThat(told).isEmpty();
    }

    @Test
    void refuses_a_bad_token_where_no_caller_is_needed() {
        request.withAuthorization("Bearer junk");

        assertThat(validate()).isEqualTo(AuthStatus.SEND_FAILURE);
        assertThat(response.status()).isEqualTo(401);
        assertThat(told).isEmpty();
    }

    @Test
    void answers_503_whatever_a_container_throws() {
        CallbackHandler broken = callbacks -> {
            throw new StackOverflowError();
        };
        module.initialize(null, null, broken, Map.of());

        assertThat(validate()).isEqualTo(AuthStatus.SEND_FAILURE);
        assertThat(response.status()).isEqualTo(503);
    }

    /** Tomcat publishes a module before it initializes it. */
    @Test
    void waits_until_the_container_has_initialized_it() throws Exception {
        CognitoServerAuthModule early = new CognitoServerAuthModule();
        request.withAuthorization("Bearer junk");
        FutureTask<AuthStatus> validation = new FutureTask<>(() -> validate(early));
        Thread thread = new Thread(validation);
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(validation.isDone()).isFalse();
            Thread.onSpinWait();
        }

        early.initialize(null, null, callbacks -> told.addAll(List.of(callbacks)), Map.of());

        assertThat(validation.get()).isEqualTo(AuthStatus.SEND_FAILURE);
        assertThat(response.status()).isEqualTo(401);
    }

    @Test
    void answers_503_if_the_container_does_not_initialize_it_in_time() {
        CognitoServerAuthModule early = new CognitoServerAuthModule(new ModuleInitialization(Duration.ofMillis(1)));

        assertThat(validate(early)).isEqualTo(AuthStatus.SEND_FAILURE);
        assertThat(response.status()).isEqualTo(503);
        assertThat(validate(early)).isEqualTo(AuthStatus.SEND_FAILURE);
        early.initialize(null, null, callbacks -> told.addAll(List.of(callbacks)), Map.of());
        assertThat(validate(early)).isEqualTo(AuthStatus.SUCCESS);
    }

    private AuthStatus validate() {
        return validate(module);
    }

    private AuthStatus validate(CognitoServerAuthModule module) {
        MessageInfo message = (MessageInfo) Proxy.newProxyInstance(
                CognitoServerAuthModuleTest.class.getClassLoader(),
                new Class<?>[] {MessageInfo.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getRequestMessage" -> request.face();
                    case "getResponseMessage" -> response.face();
                    default -> map;
                });
        return module.validateRequest(message, new Subject(), null);
    }
}
