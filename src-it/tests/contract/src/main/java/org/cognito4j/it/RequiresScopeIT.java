package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Protection of beans by {@code @RequiresScope} and {@code @RequiresClaim}, and the caller injected into them. */
@NeedsJakartaSecurity
class RequiresScopeIT extends Contract {

    private static final String BOTH = Pools.token("both", "read", "write");

    @ParameterizedTest
    @CsvSource({"read,reader,read", "write,writer,write", "either,reader,read", "either,writer,write"})
    void lets_callers_with_the_scope_in(String method, String caller, String scope) {
        assertThat(with(Pools.token(caller, scope), "scoped/" + method).report())
                .containsEntry("caller", caller)
                .containsEntry("client-id", caller);
    }

    @Test
    void lets_in_who_has_all_scopes_where_all_are_asked_for() {
        assertThat(with(BOTH, "scoped/both").report()).containsEntry("caller", "both");
        assertInsufficient(with(READER, "scoped/both"), Pools.API + "/read " + Pools.API + "/write");
    }

    @ParameterizedTest
    @ValueSource(strings = {"scoped/write", "scoped/wrapped", "rest/scoped"})
    void names_the_exact_scope_to_callers_without_it(String path) {
        assertInsufficient(with(READER, path), Pools.API + "/write");
    }

    @Test
    void names_every_scope_that_would_do() {
        assertInsufficient(with(NEWCOMER, "scoped/either"), Pools.API + "/read " + Pools.API + "/write");
    }

    @ParameterizedTest
    @CsvSource({"scoped/read,read", "scoped/write,write", "scoped/wrapped,write", "rest/scoped,write"})
    void asks_for_credentials_where_there_are_none(String path, String scope) {
        Reply reply = anonymously(path);

        assertAskedForCredentials(reply);
        assertThat(reply.challenge()).endsWith(", scope=\"" + Pools.API + "/" + scope + "\"");
    }

    /** Whoever makes the resource: JAX-RS need not ask CDI. */
    @Test
    void protects_a_resource_beside_its_roles() {
        assertThat(with(BOTH, "rest/inherited/both").report()).containsEntry("caller", "both");
        assertInsufficient(with(WRITER, "rest/inherited/both"), Pools.API + "/read");
        assertInsufficient(with(READER, "rest/inherited/both"), Pools.API + "/write");
        assertAskedForCredentials(anonymously("rest/inherited/both"));
    }

    @Test
    void protects_what_a_bean_implements() {
        assertThat(with(WRITER, "scoped/place").report()).containsEntry("placed", "yes");
        assertInsufficient(with(READER, "scoped/place"), Pools.API + "/write");
        assertAskedForCredentials(anonymously("scoped/place"));
        assertThat(anonymously("scoped/look").report()).containsEntry("looked", "yes");
    }

    @Test
    void protects_a_bean_by_claims() {
        assertThat(with(READER, "scoped/claimed").report()).containsEntry("read", "yes");
        assertThat(with(BOTH, "scoped/claimed").report()).containsEntry("read", "yes");
        assertRefused(with(WRITER, "scoped/claimed"), 403);
        assertAskedForCredentials(anonymously("scoped/claimed"));
    }

    @Test
    void lets_a_resource_call_a_bean() {
        assertThat(with(WRITER, "rest/scoped").report()).containsEntry("caller", "writer");
    }

    @Test
    void leaves_nothing_of_an_answer_that_was_begun() {
        assertThat(with(READER, "scoped/write").header("X-Before")).isEmpty();
    }

    @Test
    void fails_where_there_is_no_request() {
        assertThat(with(READER, "scoped/elsewhere").body()).isEqualTo("failure=IllegalStateException");
    }

    @Test
    void injects_the_caller_of_each_request() {
        assertThat(with(READER, "scoped/injected").report()).containsEntry("caller", "reader");
        assertThat(with(WRITER, "scoped/injected").report()).containsEntry("caller", "writer");
        assertThat(anonymously("scoped/injected").body()).isEqualTo("failure=AccessRefused");
    }

    private static void assertInsufficient(Reply reply, String scopes) {
        assertRefused(reply, 403);
        assertThat(reply.reason()).isEqualTo("insufficient_scope insufficient-scope");
        assertThat(reply.challenge()).endsWith(", scope=\"" + scopes + "\"");
    }
}
