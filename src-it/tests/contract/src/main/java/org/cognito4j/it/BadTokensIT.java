package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BadTokensIT extends Contract {

    private static final Map<String, String> BY_REASON = BadTokens.byReason();

    /** Codes only: what a test is called is logged, and no log may have a token. */
    static Stream<String> reasons() {
        return BY_REASON.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("reasons")
    void are_refused_with_the_code_of_their_reason(String reason) {
        Reply reply = with(BY_REASON.get(reason), "read/x");

        assertRefused(reply, 401);
        assertThat(reply.reason()).isEqualTo("invalid_token " + reason);
    }

    @Test
    void do_not_harm_the_callers_after_them() {
        BY_REASON.values().forEach(token -> with(token, "read/x"));

        assertThat(with(READER, "read/x").report()).containsEntry("caller", "reader");
        assertAskedForCredentials(anonymously("read/x"));
    }
}
