package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConstraintsIT extends Contract {

    private static final String READER = TOKENS.accepted("reader", "read");
    private static final String WRITER = TOKENS.accepted("writer", "write");
    private static final String NO_ROLES = TOKENS.accepted("new-client");

    @ParameterizedTest
    @ValueSource(strings = {"read/x", "write/x", "any-caller/x", "annotated"})
    void refuses_anonymous_requests_with_a_bare_challenge(String path) {
        Reply reply = anonymously(path);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.challenge()).startsWith("Bearer realm=").doesNotContain("error");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.body()).doesNotContain("caller=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read/x", "any-caller/x", "annotated", "open/x"})
    void refuses_a_bad_token_even_where_none_is_needed(String path) {
        Reply reply = with(TOKENS.refused(), path);

        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.challenge()).contains("error=\"invalid_token\"");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.body()).doesNotContain("caller=");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read/x", "any-caller/x", "annotated", "open/x"})
    void lets_a_caller_with_the_role_in(String path) {
        Reply reply = with(READER, path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.report()).containsEntry("caller", "reader");
        assertThat(reply.challenge()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"write/x", "read/x", "annotated"})
    void refuses_a_caller_without_the_role_and_says_what_is_lacking(String path) {
        Reply reply = with(NO_ROLES, path);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.challenge()).contains("error=\"insufficient_scope\"");
        assertThat(reply.header("Cache-Control")).contains("no-store");
        assertThat(reply.body()).doesNotContain("caller=");
    }

    @Test
    void lets_a_caller_without_any_role_in_where_a_caller_is_all_that_is_asked() {
        assertThat(with(NO_ROLES, "any-caller/x").status()).isEqualTo(200);
    }

    @Test
    void lets_nobody_in_where_nobody_may() {
        assertThat(anonymously("nobody/x").status()).isEqualTo(403);
        assertThat(with(READER, "nobody/x").status()).isEqualTo(403);
    }

    @Test
    void lets_anonymous_requests_in_where_nothing_is_protected() {
        Reply reply = anonymously("open/x");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.report()).containsEntry("caller", "nobody").containsEntry("roles", "");
    }

    @Test
    void keeps_method_constraints_apart() {
        assertThat(send("POST", "annotated", READER).status()).isEqualTo(403);
        assertThat(send("POST", "annotated", WRITER).status()).isEqualTo(200);
        assertThat(send("GET", "annotated", WRITER).status()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "SURPRISE"})
    void protects_every_method(String method) {
        assertThat(send(method, "read/x", null).status()).isEqualTo(401);
        assertThat(send(method, "read/x", WRITER).status()).isEqualTo(403);
        assertThat(send(method, "read/x", READER).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"forbidden/error", "forbidden/body"})
    void gives_a_403_of_the_application_its_challenge(String path) {
        Reply reply = with(READER, path);

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.challenge()).contains("error=\"insufficient_scope\"");
        assertThat(reply.header("Cache-Control")).contains("no-store");
    }

    @Test
    void keeps_the_body_of_a_403_of_the_application() {
        assertThat(with(READER, "forbidden/body").body()).isEqualTo("not you");
    }

    @Test
    void gives_a_403_without_a_caller_no_challenge() {
        Reply reply = anonymously("forbidden/error");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.challenge()).isEmpty();
    }
}
