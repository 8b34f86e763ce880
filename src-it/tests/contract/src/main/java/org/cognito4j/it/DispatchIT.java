package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DispatchIT extends Contract {

    @ParameterizedTest
    @CsvSource({
        "open/x,           REQUEST",
        "async/thread,     REQUEST",
        "async/dispatch,   ASYNC",
        "dispatch/forward, FORWARD",
        "dispatch/include, INCLUDE",
    })
    void keeps_the_caller(String path, String dispatcher) {
        assertKeepsTheCaller(path, dispatcher);
    }

    @Test
    @NeedsOrderlyDispatch
    void keeps_the_caller_after_a_dispatch_from_another_thread() {
        assertKeepsTheCaller("async/thread-dispatch", "ASYNC");
    }

    private void assertKeepsTheCaller(String path, String dispatcher) {
        Reply reply = with(READER, path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.report())
                .containsEntry("caller", "reader")
                .containsEntry("roles", "read,**")
                .containsEntry("dispatcher", dispatcher);
    }

    @Test
    void keeps_the_caller_on_an_error_page() {
        Reply reply = with(READER, "dispatch/error");

        assertThat(reply.status()).isEqualTo(418);
        assertThat(reply.report()).containsEntry("caller", "reader").containsEntry("dispatcher", "ERROR");
    }

    @ParameterizedTest
    @NeedsJakartaSecurity
    @ValueSource(
            strings = {
                "open/x",
                "async/thread",
                "async/dispatch",
                "dispatch/forward",
                "dispatch/include",
                "dispatch/error",
                "authenticate/by-request",
                "authenticate/by-security-context"
            })
    void verifies_once_although_there_are_dispatches_and_the_servlet_asks_again(String path) {
        assertThat(with(READER, path).report()).containsEntry("validations", "1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"async/thread", "async/dispatch", "dispatch/forward", "dispatch/include", "dispatch/error"})
    void refuses_a_bad_token_before_it_starts(String path) {
        assertRefused(with(EXPIRED, path), 401);
    }

    @Test
    @NeedsJakartaSecurity
    void has_a_request_scope_of_its_own_while_it_verifies() {
        assertThat(Stream.generate(() -> with(READER, "open/x").report().get("visits"))
                        .limit(3))
                .containsOnly("1");
    }
}
