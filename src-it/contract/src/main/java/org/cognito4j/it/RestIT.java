package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RestIT extends Contract {

    private static final String READER = TOKENS.accepted("reader", "read");
    private static final String WRITER = TOKENS.accepted("writer", "write");

    @Test
    void lets_a_caller_with_the_role_in() {
        Reply reply = with(READER, "rest/read");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.report()).containsEntry("caller", "reader").containsEntry("roles", "read,**");
    }

    @Test
    void refuses_a_caller_without_the_role_and_says_what_is_lacking() {
        Reply reply = with(WRITER, "rest/read");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.challenge()).contains("error=\"insufficient_scope\"");
    }

    @Test
    void refuses_anonymous_requests() {
        Reply reply = anonymously("rest/read");

        assertThat(reply.status()).isIn(401, 403);
        assertThat(reply.body()).doesNotContain("caller=");
    }

    @Test
    void lets_nobody_in_where_nobody_may() {
        assertThat(with(READER, "rest/nobody").status()).isEqualTo(403);
    }

    @Test
    void lets_anonymous_requests_in_where_nothing_is_protected() {
        Reply reply = anonymously("rest/open");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.report()).containsEntry("caller", "nobody").containsEntry("roles", "");
    }

    @Test
    void refuses_a_bad_token_even_where_none_is_needed() {
        assertThat(with(TOKENS.refused(), "rest/open").status()).isEqualTo(401);
    }
}
