package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The scopes that a 403 of the container names: those of the constraint that is in the way, or none. */
class MissingScopeIT extends Contract {

    @ParameterizedTest
    @CsvSource({"GET,read/x,read", "POST,read/x,read", "GET,write/x,write", "GET,write,write", "POST,annotated,write"})
    void is_that_of_the_constraint(String method, String path, String role) {
        String token = role.equals("read") ? WRITER : READER;
        Reply reply = send(method, path, token);

        assertRefused(reply, 403);
        assertThat(reply.challenge()).endsWith(", scope=\"" + Pools.API + "/" + role + "\"");
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
