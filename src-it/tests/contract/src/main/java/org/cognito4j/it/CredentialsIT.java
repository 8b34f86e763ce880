package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where a token is looked for, and where it is not. */
class CredentialsIT extends Contract {

    @ParameterizedTest
    @ValueSource(strings = {"Bearer ", "bearer ", "BEARER ", "bEaReR ", "Bearer   "})
    void are_recognised_by_the_scheme_in_any_case(String scheme) {
        assertThat(withHeaders("read/x", "Authorization", scheme + READER).report())
                .containsEntry("caller", "reader");
    }

    @Test
    void are_refused_in_two_headers() {
        assertMalformed(
                withHeaders("read/x", "Authorization", "Bearer " + READER, "Authorization", "Bearer " + READER));
        assertMalformed(withHeaders("read/x", "Authorization", "Bearer " + READER, "Authorization", "Basic YTpi"));
        assertMalformed(withHeaders("open/x", "Authorization", "Basic YTpi", "Authorization", "Bearer " + READER));
    }

    @Test
    void are_refused_joined_by_commas() {
        assertMalformed(withHeaders("read/x", "Authorization", "Bearer " + READER + "," + WRITER));
        assertMalformed(withHeaders("read/x", "Authorization", "Bearer " + READER + ", Bearer " + WRITER));
    }

    @Test
    void are_refused_in_quotes_and_without_a_token() {
        assertMalformed(withHeaders("read/x", "Authorization", "Bearer \"" + READER + "\""));
        assertMalformed(withHeaders("read/x", "Authorization", "Bearer"));
        assertMalformed(withHeaders("read/x", "Authorization", "Bearer " + READER + " x"));
    }

    @Test
    void are_ignored_in_the_query() {
        assertAskedForCredentials(anonymously("read/x?access_token=" + READER));
        assertAskedForCredentials(anonymously("read/x?Authorization=Bearer%20" + READER));
    }

    @Test
    void are_ignored_in_a_form() {
        assertAskedForCredentials(Client.postForm(base, "read/x", "access_token=" + READER));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Proxy-Authorization", "X-Authorization", "X-Amzn-Oidc-Accesstoken", "Authorization2"})
    void are_ignored_in_other_headers(String header) {
        assertAskedForCredentials(withHeaders("read/x", header, "Bearer " + READER));
    }

    @Test
    void are_ignored_in_cookies() {
        assertAskedForCredentials(
                withHeaders("read/x", "Cookie", "access_token=" + READER + "; Authorization=" + READER));
    }

    @Test
    void are_ignored_in_trailers() {
        assertAskedForCredentials(RawClient.send(
                base,
                "POST " + base.getPath() + "read/x HTTP/1.1",
                List.of("Transfer-Encoding: chunked", "Trailer: Authorization"),
                "1\r\nx\r\n0\r\nAuthorization: Bearer " + READER + "\r\n\r\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic YTpi", "Digest username=\"a\"", "Negotiate", "Bearerx"})
    void of_other_schemes_are_none(String authorization) {
        assertAskedForCredentials(withHeaders("read/x", "Authorization", authorization));
        assertThat(withHeaders("open/x", "Authorization", authorization).report())
                .containsEntry("caller", "nobody");
    }

    private static void assertMalformed(Reply reply) {
        assertRefused(reply, 400);
        assertThat(reply.reason()).isEqualTo("invalid_request malformed-authorization");
    }
}
