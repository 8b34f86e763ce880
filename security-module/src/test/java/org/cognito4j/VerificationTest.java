package org.cognito4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.time.Duration;
import org.cognito4j.Verification.Accepted;
import org.cognito4j.Verification.Rejected;
import org.cognito4j.Verification.Unavailable;
import org.junit.jupiter.api.Test;

class VerificationTest {

    @Test
    void is_never_accepted_without_a_token() {
        assertThatNullPointerException().isThrownBy(() -> new Accepted(null));
    }

    @Test
    void is_never_rejected_without_a_reason() {
        assertThatNullPointerException().isThrownBy(() -> new Rejected(null));
    }

    @Test
    void is_never_unavailable_without_a_time_to_wait() {
        assertThat(new Unavailable(Duration.ofNanos(1)).retryAfter()).isPositive();
        assertThatIllegalArgumentException().isThrownBy(() -> new Unavailable(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Unavailable(Duration.ofSeconds(-1)));
    }
}
