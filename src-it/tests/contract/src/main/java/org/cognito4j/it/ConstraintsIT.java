package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protection by {@code web.xml} and {@code @ServletSecurity}. */
class ConstraintsIT extends Contract {

    @Test
    void let_a_caller_without_any_role_in_where_a_caller_is_all_that_is_asked() {
        assertThat(with(NEWCOMER, "any-caller/x").status()).isEqualTo(200);
    }

    @Test
    @NeedsConstraints
    void let_nobody_in_where_nobody_may() {
        for (String token : new String[] {null, READER, WRITER, NEWCOMER}) {
            assertRefusedWithOneOf(send("GET", "nobody/x", token), 403);
        }
        assertRefusedWithOneOf(with(EXPIRED, "nobody/x"), 401, 403);
    }

    /** Servers answer by themselves here, with no scope to name that would help. */
    @Test
    @NeedsConstraints
    void let_no_cache_keep_the_refusal_where_nobody_may() {
        assertRefused(with(READER, "nobody/x"), 403);
    }

    @Test
    void of_single_methods_are_kept_apart() {
        assertThat(send("POST", "annotated", READER).status()).isEqualTo(403);
        assertThat(send("POST", "annotated", WRITER).status()).isEqualTo(200);
        assertThat(send("GET", "annotated", WRITER).status()).isEqualTo(403);
        assertThat(send("GET", "annotated", READER).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "PROPFIND", "SURPRISE", "get"})
    void hold_for_every_method(String method) {
        assertAskedForCredentials(send(method, "read/x", null));
        assertRefused(send(method, "read/x", EXPIRED), 401);
        assertRefused(send(method, "read/x", WRITER), 403);
        assertThat(send(method, "read/x", READER).status()).isEqualTo(200);
    }

    /** Servers may answer it by themselves, before anything else. */
    @Test
    void hold_for_trace() {
        assertRefusedWithOneOf(send("TRACE", "read/x", null), 401, 403, 405);
        assertRefusedWithOneOf(send("TRACE", "read/x", EXPIRED), 401, 403, 405);
        assertRefusedWithOneOf(send("TRACE", "read/x", WRITER), 403, 405);
    }

    private static void assertRefusedWithOneOf(Reply reply, Integer... statuses) {
        assertThat(reply.status()).isIn((Object[]) statuses);
        assertThat(reply.hasReport()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"forbidden/body", "forbidden/async"})
    void keep_the_body_of_a_403_of_the_application(String path) {
        assertThat(with(READER, path).body()).isEqualTo("not you");
    }

    @Test
    void give_a_403_without_a_caller_no_challenge() {
        Reply reply = anonymously("forbidden/error");

        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.challenge()).isEmpty();
    }
}
