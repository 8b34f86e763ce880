package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.logging.Level;
import org.cognito4j.AccessToken;
import org.cognito4j.Denial;
import org.cognito4j.GenuineTokens;
import org.cognito4j.RequestFacts;
import org.cognito4j.TokenCheck;
import org.cognito4j.TokenChecks;
import org.cognito4j.Verification;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettings;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.Authentication.Caller;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.decision.SecurityDecision;
import org.cognito4j.jakarta.decision.SecurityObserver;
import org.cognito4j.jakarta.fake.CountedRefusals;
import org.cognito4j.jakarta.fake.LoggedLines;
import org.cognito4j.jakarta.fake.Requests;
import org.junit.jupiter.api.Test;

/** Nothing hears of a caller whom a check of the application denies. */
class CheckedTokensTest {

    private static final AccessToken TOKEN = GenuineTokens.with(Map.of());
    private static final Function<String, Verification> ACCEPTING = text -> new Verification.Accepted(TOKEN);

    private final CountedRefusals counted = new CountedRefusals();

    @Test
    void admit_whom_the_checks_allow() {
        assertThat(authenticate((token, request) -> Optional.empty())).isEqualTo(new Caller(TOKEN));
    }

    @Test
    void answer_401_without_a_word_of_the_application() {
        Denial denial = Denial.of("tenant-suspended").withDetail("acme\nowes");
        try (LoggedLines log = LoggedLines.of("org.cognito4j")) {
            Refusal refusal = (Refusal) authenticate((token, request) -> Optional.of(denial));

            assertThat(refusal.status()).isEqualTo(401);
            assertThat(refusal.challenge().orElseThrow())
                    .contains("error=\"invalid_token\"", "denied-by-application")
                    .doesNotContain("tenant-suspended", "acme");
            assertThat(log.lines(Level.INFO))
                    .singleElement()
                    .asString()
                    .startsWith("Request refused: denied-by-application denial=tenant-suspended"
                            + " detail=acme\\u000aowes client=" + GenuineTokens.CLIENT);
        }
        assertThat(counted.byCode()).isEqualTo(Map.of("denied-by-application", 1L));
    }

    @Test
    void tell_observers_what_was_said() {
        List<Denial> heard = new ArrayList<>();
        SecurityObserver observer = new CountedRefusals() {
            @Override
            public void refused(SecurityDecision decision) {
                heard.add(decision.denial().orElseThrow());
                assertThat(decision.caller().clientId()).isEqualTo(GenuineTokens.CLIENT);
            }
        };
        try (CognitoService service = service(List.of(observer), (token, request) -> Optional.of(Denial.of("no")))) {
            service.authenticate(request(), DecisionForm.FILTER, ACCEPTING);
        }

        assertThat(heard).containsExactly(Denial.of("no"));
    }

    @Test
    void answer_503_where_a_check_throws() {
        Refusal refusal = (Refusal) authenticate((token, request) -> {
            throw new IllegalStateException();
        });

        assertThat(refusal.status()).isEqualTo(503);
        assertThat(refusal.challenge()).isEmpty();
        assertThat(refusal.retryAfter()).isPresent();
        assertThat(counted.byCode()).isEqualTo(Map.of("module-failed", 1L));
    }

    /** A dispatch of the same request is not another request. */
    @Test
    void ask_once_for_each_request() {
        List<RequestFacts> asked = new ArrayList<>();
        try (CognitoService service = service(List.of(), (token, request) -> {
            asked.add(request);
            return Optional.empty();
        })) {
            HttpServletRequest request = request();
            service.authenticateOnce(request, DecisionForm.FILTER, ACCEPTING);
            service.authenticateOnce(request, DecisionForm.FILTER, ACCEPTING);
            assertThat(asked).hasSize(1);
            service.authenticateOnce(request(), DecisionForm.FILTER, ACCEPTING);
            assertThat(asked).hasSize(2);
        }
        assertThat(asked.get(0)).isEqualTo(new RequestFacts("GET", "/orders/1", "192.0.2.1", Map.of()));
    }

    private Authentication authenticate(TokenCheck check) {
        try (CognitoService service = service(List.of(counted), check)) {
            return service.authenticate(request(), DecisionForm.FILTER, ACCEPTING);
        }
    }

    private static HttpServletRequest request() {
        return Requests.withAuthorization("Bearer x");
    }

    private static CognitoService service(List<SecurityObserver> observers, TokenCheck check) {
        ServiceSettings settings = ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                "test",
                Map.of(
                        "cognito.user-pool-id", GenuineTokens.POOL,
                        "cognito.client-ids", GenuineTokens.CLIENT,
                        "cognito.token-check-timeout", "PT20S")))));
        assertThat(settings.tokenCheckTimeout()).isEqualTo(Duration.ofSeconds(20));
        return new CognitoService(settings, observers, TokenChecks.of(List.of(check), settings.tokenCheckTimeout()));
    }
}
