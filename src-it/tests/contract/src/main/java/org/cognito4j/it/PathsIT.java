package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a path is spelt, what it leads to stays protected. */
class PathsIT extends Contract {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "read/x",
                "annotated",
                "rest/read",
                "read/x;a=b",
                "read;a=b/x",
                ";a=b/read/x",
                "read/;/x",
                "annotated;jsessionid=1",
                "rest;x/read;y",
                "/read/x",
                "//read/x",
                "read//x",
                "/annotated",
                "rest//read",
                "./read/x",
                "read/./x",
                "read/../read/x",
                "open/../read/x",
                "./annotated",
                "rest/./read",
                "open/..;/read/x",
                "open/..;a=b/annotated",
                "open/.;/../read/x",
                "open/%2e%2e/read/x",
                "%2e/read/x",
                "open/%2E%2E/annotated",
                "rest/%2e/read",
                "open%2F..%2Fread/x",
                "read%2Fx",
                "rest%2Fread",
                "open/..%2Fread/x",
                "open/%252e%252e/read/x",
                "open/..%5Cread/x",
                "open\\..\\read\\x",
                "read%5Cx",
                "%72ead/x",
                "read/%78",
                "%61nnotated",
                "rest/%72ead",
                "%25%37%32ead/x",
                "READ/x",
                "Read/x",
                "ANNOTATED",
                "rest/READ",
                "REST/read",
                "read",
                "read/",
                "annotated/",
                "rest/read/",
                "read/x/",
                "read/x%00",
                "read%00/x",
                "read/x%0a",
                "read/x?",
                "read/x?a=/open/x",
                "read/x#/open/x",
                "read/x%3Fopen",
                "read/x%20",
                "read/x.",
                "read/x..",
                "%c0%ae%c0%ae/read/x",
                "%u0072ead/x",
                "re\u00e4d/x",
                "read/x%"
            })
    void stays_closed_in_every_spelling(String path) {
        for (String target : new String[] {
            base.getPath() + path,
            "http://" + base.getAuthority() + base.getPath() + path,
            "HTTP://elsewhere.example.com" + base.getPath() + path
        }) {
            assertThat(isOfProtected(RawClient.get(base, target)))
                    .as("anonymous " + target)
                    .isFalse();
            assertThat(isOfProtected(RawClient.get(base, target, "Authorization: Bearer " + NEWCOMER)))
                    .as("without the role " + target)
                    .isFalse();
            assertThat(RawClient.get(base, target, "Authorization: Bearer " + READER)
                            .status())
                    .as("with the role " + target)
                    .isLessThan(500);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"read/x", "read/%78", "read/x;a=b", "annotated"})
    void opens_to_a_caller_with_the_role(String path) {
        assertThat(RawClient.get(base, base.getPath() + path, "Authorization: Bearer " + READER)
                        .hasReport())
                .isTrue();
    }

    @Test
    @NeedsRest
    void opens_to_a_caller_with_the_role_where_an_annotation_protects() {
        assertThat(RawClient.get(base, base.getPath() + "rest/read", "Authorization: Bearer " + READER)
                        .hasReport())
                .isTrue();
    }

    @Test
    void opens_to_a_caller_with_the_role_in_absolute_form() {
        assertThat(RawClient.get(base, base + "read/x", "Authorization: Bearer " + READER)
                        .hasReport())
                .isTrue();
    }

    /** Some spellings are those of an open path, on servers that let them through: {@code open/%252e%252e/read/x}. */
    private static boolean isOfProtected(Reply reply) {
        return reply.hasReport() && !"/open".equals(reply.report().get("path"));
    }
}
