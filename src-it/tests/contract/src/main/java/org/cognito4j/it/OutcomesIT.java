package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The table of outcomes, row by row; how keys that are not available are answered is in {@link KeysIT}. */
class OutcomesIT extends Contract {

    @Test
    void without_credentials_an_open_resource_is_open() {
        Reply reply = anonymously("open/x");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.report()).containsEntry("caller", "nobody").containsEntry("roles", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read/x", "write/x", "any-caller/x", "annotated"})
    void without_credentials_a_protected_resource_asks_for_some(String path) {
        assertAskedForCredentials(anonymously(path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"read/x", "any-caller/x", "annotated", "open/x"})
    void a_malformed_header_is_refused_everywhere(String path) {
        Reply reply = withHeaders(path, "Authorization", "Bearer two tokens");

        assertRefused(reply, 400);
        assertThat(reply.reason()).isEqualTo("invalid_request malformed-authorization");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read/x", "any-caller/x", "annotated", "open/x"})
    void a_bad_token_is_refused_everywhere(String path) {
        Reply reply = with(EXPIRED, path);

        assertRefused(reply, 401);
        assertThat(reply.reason()).isEqualTo("invalid_token token-expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read/x", "write/x", "annotated"})
    void a_genuine_token_without_the_role_is_refused(String path) {
        Reply reply = with(NEWCOMER, path);

        assertRefused(reply, 403);
        assertThat(reply.reason()).isEqualTo("insufficient_scope insufficient-scope");
    }

    @ParameterizedTest
    @ValueSource(strings = {"read/x", "any-caller/x", "annotated", "open/x"})
    void a_genuine_token_with_the_role_lets_its_caller_in(String path) {
        Reply reply = with(READER, path);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.report()).containsEntry("caller", "reader");
        assertThat(reply.challenge()).isEmpty();
        assertThat(reply.header("Set-Cookie")).isEmpty();
    }

    /** The application counts what it serves, this question included. */
    @Test
    void a_bad_token_never_reaches_an_open_resource() {
        int before = served();

        with(EXPIRED, "open/x");
        withHeaders("open/x", "Authorization", "Bearer");

        assertThat(served()).isEqualTo(before + 1);
    }

    private int served() {
        return Integer.parseInt(anonymously("open/x").report().get("served"));
    }
}
