package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DispatchIT extends Contract {

    private static final String READER = TOKENS.accepted("reader", "read");

    @ParameterizedTest
    @CsvSource({
        "async/thread,     REQUEST",
        "async/dispatch,   ASYNC",
        "dispatch/forward, FORWARD",
        "dispatch/include, INCLUDE",
    })
    void keeps_the_caller(String path, String dispatcher) {
        Reply reply = with(READER, path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.report())
                .containsEntry("caller", "reader")
                .containsEntry("roles", "read,**")
                .containsEntry("dispatcher", dispatcher);
    }

    @ParameterizedTest
    @CsvSource({"async/thread", "async/dispatch", "dispatch/forward", "dispatch/include"})
    void refuses_a_bad_token_before_it_starts(String path) {
        assertThat(with(TOKENS.refused(), path).status()).isEqualTo(401);
    }

    @Test
    void keeps_the_caller_on_an_error_page() {
        Reply reply = with(READER, "dispatch/error");

        assertThat(reply.status()).isEqualTo(418);
        assertThat(reply.report()).containsEntry("caller", "reader").containsEntry("dispatcher", "ERROR");
    }
}
