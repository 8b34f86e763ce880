package org.cognito4j.jakarta.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.cognito4j.Denial;
import org.cognito4j.GenuineTokens;
import org.cognito4j.RejectionReason;
import org.cognito4j.RequestFacts;
import org.cognito4j.TokenCheck;
import org.cognito4j.TokenChecks;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.Verification.Unavailable;
import org.cognito4j.config.Configuration;
import org.cognito4j.config.ConfigurationSource;
import org.cognito4j.config.ServiceSettingsReader;
import org.cognito4j.jakarta.CognitoService;
import org.cognito4j.jakarta.fake.Requests;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A mechanism of the application that asks the identity store gets no caller whom a check denies. */
class CheckedCredentialTest {

    private static final Supplier<@Nullable HttpServletRequest> UNKNOWN = () -> null;

    @Test
    void is_invalid_where_a_check_denies_the_token() {
        CognitoCredential credential = verified((token, request) -> Optional.of(Denial.of("no")), UNKNOWN);

        assertThat(credential.isValid()).isFalse();
        assertThat(credential.verification())
                .contains(new Rejected(
                        RejectionReason.DENIED_BY_APPLICATION, Optional.empty(), false, Optional.of(Denial.of("no"))));
        assertThat(credential.challenge().orElseThrow()).contains("denied-by-application");
    }

    @Test
    void is_not_judged_where_a_check_gives_no_answer() {
        CognitoCredential credential = verified(
                (token, request) -> {
                    throw new IllegalStateException();
                },
                UNKNOWN);

        assertThat(credential.isValid()).isFalse();
        assertThat(credential.verification()).containsInstanceOf(Unavailable.class);
        assertThat(credential.challenge()).isEmpty();
    }

    @Test
    void shows_the_request_to_the_check_if_it_is_known() {
        List<RequestFacts> seen = new ArrayList<>();
        TokenCheck check = (token, request) -> {
            seen.add(request);
            return Optional.empty();
        };

        assertThat(verified(check, UNKNOWN).isValid()).isTrue();
        assertThat(verified(check, () -> Requests.withAuthorization("Bearer x")).isValid())
                .isTrue();
        assertThat(seen)
                .containsExactly(RequestFacts.NONE, new RequestFacts("GET", "/orders/1", "192.0.2.1", Map.of()));
    }

    /** The module's own mechanism asks the checks itself, once. */
    @Test
    void leaves_the_checks_to_the_mechanism_of_the_module() {
        try (CognitoService service = service((token, request) -> Optional.of(Denial.of("no")))) {
            CognitoCredential credential = new CognitoCredential(GenuineTokens.text(Map.of())).withoutChecks();

            assertThat(credential.verifyWith(service, UNKNOWN)).isInstanceOf(Accepted.class);
        }
    }

    private static CognitoCredential verified(TokenCheck check, Supplier<@Nullable HttpServletRequest> request) {
        try (CognitoService service = service(check)) {
            CognitoCredential credential = new CognitoCredential(GenuineTokens.text(Map.of()));
            credential.verifyWith(service, request);
            return credential;
        }
    }

    private static CognitoService service(TokenCheck check) {
        return new CognitoService(
                ServiceSettingsReader.read(Configuration.of(List.of(ConfigurationSource.of(
                        "test",
                        Map.of(
                                "cognito.user-pool-id", GenuineTokens.POOL,
                                "cognito.client-ids", GenuineTokens.CLIENT))))),
                List.of(),
                TokenChecks.of(List.of(check), TokenChecks.DEFAULT_TIMEOUT.multipliedBy(10)),
                keys -> GenuineTokens.verifier());
    }
}
