package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.cognito4j.RejectionReason;
import org.cognito4j.Verification;
import org.cognito4j.jakarta.Authentication.Anonymous;
import org.cognito4j.jakarta.Authentication.Refusal;
import org.cognito4j.jakarta.decision.DecisionForm;
import org.cognito4j.jakarta.fake.CountedRefusals;
import org.cognito4j.jakarta.fake.Noted;
import org.cognito4j.jakarta.fake.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BearerAuthenticationTest {

    private final BearerChallenge challenge = new BearerChallenge("orders");
    private final CountedRefusals counted = new CountedRefusals();
    private final BearerAuthentication authentication = Challenges.authentication("orders", Noted.by(counted));

    @Test
    void leaves_a_request_without_token_anonymous() {
        assertThat(authentication.authenticate(Requests.withAuthorization(), DecisionForm.FILTER, token -> {
                    throw new AssertionError("nothing to judge");
                }))
                .isInstanceOf(Anonymous.class);
    }

    @Test
    void asks_for_credentials_without_naming_an_error() {
        assertThat(challenge.missing(List.of()))
                .isEqualTo(new Refusal(401, Optional.of("Bearer realm=\"orders\""), Optional.empty()));
    }

    @Test
    void refuses_a_malformed_header_with_400() {
        Refusal refusal = refusalOf("Bearer a b", token -> null);

        assertThat(refusal.status()).isEqualTo(400);
        assertThat(refusal.challenge().orElseThrow()).contains("error=\"invalid_request\"");
    }

    @ParameterizedTest
    @EnumSource
    void refuses_a_rejected_token_with_401_and_its_reason(RejectionReason reason) {
        Refusal refusal = refusalOf("Bearer x", token -> new Verification.Rejected(reason));

        assertThat(refusal.status()).isEqualTo(401);
        assertThat(counted.byCode()).isEqualTo(Map.of(reason.code(), 1L));
        assertThat(refusal.challenge())
                .hasValue("Bearer realm=\"orders\", error=\"invalid_token\", error_description=\"" + reason.code()
                        + ": " + reason.description() + "\"");
        // RFC 6750 section 3: %x20-21 / %x23-5B / %x5D-7E
        assertThat(reason.code() + ": " + reason.description()).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]+");
    }

    @Test
    void answers_503_while_there_are_no_keys() {
        Refusal refusal = refusalOf("Bearer x", token -> new Verification.Unavailable(Duration.ofMillis(1500)));

        assertThat(refusal).isEqualTo(new Refusal(503, Optional.empty(), Optional.of(Duration.ofMillis(1500))));
    }

    @Test
    void answers_503_whatever_the_judge_throws() {
        List<Throwable> failures = List.of(
                new IllegalStateException("x"),
                new StackOverflowError(),
                new NoClassDefFoundError("y"),
                new Exception("z"));
        for (Throwable failure : failures) {
            assertThat(refusalOf("Bearer x", token -> sneaky(failure)).status()).isEqualTo(503);
        }
        assertThat(refusalOf("Bearer x", token -> null).status()).isEqualTo(503);
        assertThat(counted.byCode()).isEqualTo(Map.of("module-failed", 5L));
    }

    @Test
    void names_the_scopes_that_would_do_where_they_are_known() {
        assertThat(challenge.insufficientScope(List.of("api/read", "api/write")))
                .startsWith("Bearer realm=\"orders\", error=\"insufficient_scope\"")
                .endsWith(", scope=\"api/read api/write\"");
        assertThat(challenge.insufficientScope(List.of())).doesNotContain("scope=");
    }

    private Refusal refusalOf(String header, Function<String, Verification> judge) {
        return (Refusal) authentication.authenticate(Requests.withAuthorization(header), DecisionForm.FILTER, judge);
    }

    @SuppressWarnings("unchecked") // to throw what the signature does not name, as a collaborator may
    private static <T extends Throwable> Verification sneaky(Throwable failure) throws T {
        throw (T) failure;
    }
}
