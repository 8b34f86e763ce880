package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protection by annotations on JAX-RS resources, without a constraint in {@code web.xml}. */
@NeedsRest
class RestIT extends Contract {

    @Test
    void lets_a_caller_with_the_role_in() {
        Reply reply = with(READER, "rest/read");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.report()).containsEntry("caller", "reader").containsEntry("roles", "read,**");
    }

    @Test
    void asks_for_credentials_where_there_are_none() {
        Reply reply = anonymously("rest/read");

        assertAskedForCredentials(reply);
        assertThat(reply.challenge()).endsWith(", scope=\"" + Pools.API + "/read\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest/read", "rest/open"})
    void refuses_what_is_malformed_or_bad_everywhere(String path) {
        Reply malformed = withHeaders(path, "Authorization", "Bearer two tokens");
        assertRefused(malformed, 400);
        assertThat(malformed.reason()).isEqualTo("invalid_request malformed-authorization");

        Reply bad = with(EXPIRED, path);
        assertRefused(bad, 401);
        assertThat(bad.reason()).isEqualTo("invalid_token token-expired");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest/read", "rest/nobody"})
    void refuses_a_genuine_token_without_the_role(String path) {
        Reply reply = with(NEWCOMER, path);

        assertRefused(reply, 403);
        assertThat(reply.reason()).isEqualTo("insufficient_scope insufficient-scope");
    }

    @Test
    void names_the_scope_that_would_do() {
        assertThat(with(NEWCOMER, "rest/read").challenge()).endsWith(", scope=\"" + Pools.API + "/read\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest/tenants/reader", "rest/tenants/%72eader"})
    void shows_a_tenant_to_its_own_caller(String path) {
        assertThat(with(READER, path).report()).containsEntry("caller", "reader");

        Reply other = with(WRITER, path);
        assertRefused(other, 403);
        assertThat(other.reason()).isEqualTo("insufficient_scope insufficient-scope");
        assertThat(other.challenge()).doesNotContain("client_id", "reader", "writer", "scope=\"");
        assertAskedForCredentials(anonymously(path));
    }

    @Test
    void requires_a_claim_of_the_class_beside_what_the_method_requires() {
        assertThat(with(WRITER, "rest/tenants/writer/written").report()).containsEntry("caller", "writer");
        assertRefused(with(READER, "rest/tenants/reader/written"), 403);
        assertRefused(with(WRITER, "rest/tenants/reader/written"), 403);
        assertRefused(with(READER, "rest/tenants/reader/tier"), 403);
    }

    @Test
    void lets_nobody_in_where_nobody_may() {
        assertRefused(with(READER, "rest/nobody"), 403);
        assertAskedForCredentials(anonymously("rest/nobody"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"rest/open", "rest/class/open"})
    void lets_everybody_in_where_nothing_is_protected(String path) {
        assertThat(anonymously(path).report()).containsEntry("caller", "nobody").containsEntry("roles", "");
        assertThat(with(READER, path).report()).containsEntry("caller", "reader");
    }

    @Test
    void heeds_the_annotation_of_a_class() {
        assertThat(with(WRITER, "rest/class").report()).containsEntry("caller", "writer");
        assertRefused(with(READER, "rest/class"), 403);
        assertAskedForCredentials(anonymously("rest/class"));
    }

    @Test
    void heeds_the_annotations_that_a_resource_inherits() {
        assertThat(with(READER, "rest/inherited/read").report()).containsEntry("caller", "reader");
        assertThat(with(WRITER, "rest/inherited/write").report()).containsEntry("caller", "writer");
        assertRefused(with(WRITER, "rest/inherited/read"), 403);
        assertRefused(with(READER, "rest/inherited/write"), 403);
        assertRefused(with(Pools.token("both", "read", "write"), "rest/inherited/nobody"), 403);
        for (String path : new String[] {"read", "write", "nobody"}) {
            assertAskedForCredentials(anonymously("rest/inherited/" + path));
        }
    }

    @Test
    void heeds_the_annotations_of_what_leads_to_a_resource() {
        assertThat(with(READER, "rest/locating/read").report()).containsEntry("caller", "reader");
        assertThat(with(WRITER, "rest/locating/write").report()).containsEntry("caller", "writer");
        assertThat(anonymously("rest/locating/open").report()).containsEntry("caller", "nobody");
        for (String role : new String[] {"read", "write"}) {
            assertAskedForCredentials(anonymously("rest/locating/" + role));
            assertThatScopeIsMissing(role, with(role.equals("read") ? WRITER : READER, "rest/locating/" + role));
        }
    }

    @Test
    void heeds_the_annotations_of_a_class_and_of_what_names_it() {
        assertThat(with(Pools.token("both", "read", "write"), "rest/locating/class")
                        .report())
                .containsEntry("caller", "both");
        assertAskedForCredentials(anonymously("rest/locating/class"));
        assertThatScopeIsMissing("write", with(READER, "rest/locating/class"));
        assertThatScopeIsMissing("read", with(WRITER, "rest/locating/class"));
    }

    private static void assertThatScopeIsMissing(String scope, Reply reply) {
        assertRefused(reply, 403);
        assertThat(reply.challenge()).endsWith(", scope=\"" + Pools.API + "/" + scope + "\"");
    }

    @Test
    void takes_any_one_of_several_roles() {
        assertThat(with(READER, "rest/either").status()).isEqualTo(200);
        assertThat(with(WRITER, "rest/either").status()).isEqualTo(200);
        assertThat(with(NEWCOMER, "rest/either").challenge())
                .endsWith(", scope=\"" + Pools.API + "/read " + Pools.API + "/write\"");
    }
}
