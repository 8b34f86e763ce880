package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scopes that a 401 and a 403 name: those of the constraint that is in the way, or none. */
class MissingScopeIT extends Contract {

    @ParameterizedTest
    @CsvSource({"GET,read/x,read", "POST,read/x,read", "GET,write/x,write", "GET,write,write", "POST,annotated,write"})
    void is_that_of_the_constraint(String method, String path, String role) {
        String token = role.equals("read") ? WRITER : READER;
        Reply reply = send(method, path, token);

        assertRefused(reply, 403);
        assertThat(reply.challenge()).endsWith(", scope=\"" + Pools.API + "/" + role + "\"");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,read/x,read",
        "POST,read/x,read",
        "GET,write/x,write",
        "GET,write,write",
        "GET,annotated,read",
        "POST,annotated,write"
    })
    void is_named_to_callers_without_an_acceptable_token(String method, String path, String role) {
        String scope = ", scope=\"" + Pools.API + "/" + role + "\"";

        assertThat(send(method, path, null).challenge()).isEqualTo("Bearer realm=\"contract\"" + scope);
        Reply expired = send(method, path, EXPIRED);
        assertThat(expired.reason()).isEqualTo("invalid_token token-expired");
        if (Form.CURRENT != Form.FILTER) { // there, a filter in front refuses it that asks for no scope
            assertThat(expired.challenge()).endsWith(scope);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"open/x", "any-caller/x", "nobody/x"})
    void is_not_named_where_nothing_asks_for_one(String path) {
        assertThat(with(EXPIRED, path).challenge()).doesNotContain("scope=\"");
    }

    @Test
    void is_that_of_the_method() {
        assertThat(send("GET", "annotated", WRITER).challenge()).endsWith(", scope=\"" + Pools.API + "/read\"");
    }

    /** The caller lacks nothing that a scope could give. */
    @ParameterizedTest
    @CsvSource({"forbidden/error", "forbidden/body", "forbidden/async", "forbidden/other-role"})
    void is_none_for_a_403_for_reasons_of_the_application(String path) {
        Reply reply = with(READER, path);

        assertRefused(reply, 403);
        assertThat(reply.challenge()).isEmpty();
    }

    @Test
    void is_not_guessed_for_a_role_that_the_application_asked_for() {
        Reply reply = with(READER, "forbidden/role");

        assertRefused(reply, 403);
        assertThat(reply.reason()).isEqualTo("insufficient_scope insufficient-scope");
        assertThat(reply.challenge()).doesNotContain("scope=\"");
        assertThat(with(WRITER, "forbidden/role").challenge()).isEmpty();
    }

    @Test
    void is_none_where_nobody_may() {
        assertThat(with(READER, "nobody/x").challenge()).doesNotContain("scope=\"");
    }
}
