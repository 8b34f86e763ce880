package org.cognito4j.jakarta.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.cognito4j.GenuineTokens;
import org.cognito4j.TokenChecks;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.fake.RecordedService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the identity store judges for a mechanism of the application, and what the module's mechanism leaves closed. */
class RecordedStoreTest {

    private final RecordedService recorded = new RecordedService(Map.of("cognito.paths", "/api/*"));
    private final CognitoService service = recorded.service();

    @AfterEach
    void close() {
        recorded.close();
    }

    @Test
    void has_a_record_of_a_token_that_it_refuses_for_a_mechanism_of_the_application() {
        validate("a.b.c", () -> recorded.servlets.request());

        assertThat(recorded.refusals()).containsExactly("token-malformed by identity-store");
        assertThat(recorded.records().get(0).request().application()).isEqualTo(recorded.servlets.contextPath);
    }

    @Test
    void has_a_record_where_no_request_is_known() {
        validate("a.b.c", () -> null);

        assertThat(recorded.refusals()).containsExactly("token-malformed by identity-store");
    }

    @Test
    void has_one_record_of_a_request_that_a_filter_refuses_for_the_same_token_again() {
        recorded.servlets.authorization = List.of("Bearer a.b.c");
        validate("a.b.c", () -> recorded.servlets.request());
        service.authenticateOnce(recorded.servlets.request(), DecisionForm.FILTER);

        assertThat(recorded.refusals()).containsExactly("token-malformed by identity-store");
    }

    @Test
    void does_not_let_a_filter_trust_a_token_that_the_request_does_not_have() {
        recorded.servlets.authorization = List.of("Bearer a.b.c");
        validate(GenuineTokens.text(Map.of()), () -> recorded.servlets.request());
        service.authenticateOnce(recorded.servlets.request(), DecisionForm.FILTER);

        assertThat(recorded.refusals()).containsExactly("token-malformed by filter");
    }

    @Test
    void has_a_record_of_a_check_that_gives_no_answer() {
        TokenChecks checks = TokenChecks.of(
                List.of((token, request) -> {
                    throw new IllegalStateException();
                }),
                TokenChecks.DEFAULT_TIMEOUT.multipliedBy(10));
        try (RecordedService checked = new RecordedService(Map.of(), checks)) {
            new CognitoCredential(GenuineTokens.text(Map.of())).verifyWith(checked.service(), () -> null);

            assertThat(checked.refusals()).containsExactly("module-failed by identity-store");
        }
    }

    /** The module's own mechanism asks the store, too, and takes note itself. */
    @Test
    void leaves_the_record_to_the_mechanism_of_the_module() {
        new CognitoCredential("a.b.c").withoutChecks().verifyWith(service, () -> recorded.servlets.request());

        assertThat(recorded.refusals()).isEmpty();
    }

    @Test
    void has_a_record_where_an_application_asks_for_a_caller_outside_the_paths() {
        CognitoAuthenticationMechanism mechanism = new CognitoAuthenticationMechanism(
                new ServiceBeanOf(service), new CognitoIdentityStore(new ServiceBeanOf(service))::validate);
        recorded.servlets.authorization = List.of("Bearer " + GenuineTokens.text(Map.of()));

        AuthenticationStatus status =
                mechanism.validateRequest(recorded.servlets.request(), recorded.servlets.response(), ASKING);

        assertThat(status).isEqualTo(AuthenticationStatus.SEND_FAILURE);
        assertThat(recorded.servlets.status).isEqualTo(403);
        assertThat(recorded.refusals()).containsExactly("no-authentication by mechanism");
    }

    private static final HttpMessageContext ASKING = (HttpMessageContext) Proxy.newProxyInstance(
            RecordedStoreTest.class.getClassLoader(),
            new Class<?>[] {HttpMessageContext.class},
            (proxy, method, arguments) -> switch (method.getName()) {
                case "isProtected", "isAuthenticationRequest" -> true;
                default -> throw new AssertionError("the container was asked to " + method.getName());
            });

    private void validate(String token, Supplier<HttpServletRequest> request) {
        new CognitoCredential(token).verifyWith(service, request);
    }
}
