package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Protection by annotations on JAX-RS resources, without a constraint in {@code web.xml}. */
class RestIT extends Contract {

    @Test
    void lets_a_caller_with_the_role_in() {
        Reply reply = with(READER, "rest/read");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.report()).containsEntry("caller", "reader").containsEntry("roles", "read,**");
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
    void takes_any_one_of_several_roles() {
        assertThat(with(READER, "rest/either").status()).isEqualTo(200);
        assertThat(with(WRITER, "rest/either").status()).isEqualTo(200);
        assertThat(with(NEWCOMER, "rest/either").challenge())
                .endsWith(", scope=\"" + Pools.API + "/read " + Pools.API + "/write\"");
    }
}
