package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RejectionReasonTest {

    @Test
    void has_stable_codes() {
        assertThat(RejectionReason.values())
                .extracting(RejectionReason::code)
                .containsExactlyInAnyOrder(
                        "token-too-large",
                        "token-encrypted",
                        "token-malformed",
                        "header-malformed",
                        "header-unsupported",
                        "wrong-algorithm",
                        "wrong-type",
                        "key-id-invalid",
                        "claims-malformed",
                        "wrong-issuer",
                        "unknown-key",
                        "bad-signature",
                        "id-token",
                        "wrong-token-use",
                        "wrong-client",
                        "client-denied",
                        "not-a-machine",
                        "not-a-user",
                        "wrong-audience",
                        "claim-mismatch",
                        "time-invalid",
                        "token-expired",
                        "issued-in-future",
                        "not-yet-valid",
                        "lifetime-too-long",
                        "issued-before",
                        "token-denied",
                        "scope-invalid",
                        "denied-by-application");
    }

    @ParameterizedTest
    @EnumSource
    void is_described_in_the_characters_of_rfc_6750(RejectionReason reason) {
        assertThat(reason.description()).matches("[\\x20-\\x21\\x23-\\x5B\\x5D-\\x7E]{20,120}");
    }

    @ParameterizedTest
    @EnumSource
    void is_an_invalid_token_to_rfc_6750(RejectionReason reason) {
        assertThat(reason.error()).isEqualTo("invalid_token");
    }

    @ParameterizedTest
    @EnumSource
    void travels_without_message_and_stack_trace(RejectionReason reason) {
        assertThat(TokenRejected.of(reason).reason()).isEqualTo(reason);
        assertThat(TokenRejected.of(reason)).hasMessage(null).hasNoCause();
        assertThat(TokenRejected.of(reason).getStackTrace()).isEmpty();
    }

    @Test
    void tells_who_sent_another_token_to_send_the_access_token() {
        assertThat(RejectionReason.ID_TOKEN.description()).contains("send the access token");
        assertThat(RejectionReason.TOKEN_ENCRYPTED.description()).contains("send the access token");
    }
}
