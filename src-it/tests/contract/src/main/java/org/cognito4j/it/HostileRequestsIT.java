package org.cognito4j.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests as no client sends them unless it means harm. Whatever the server makes of one, it opens and tells nothing. */
class HostileRequestsIT extends Contract {

    private static final String LONG = "x".repeat(9000);

    static Stream<String> requestLines() {
        return Stream.of(
                        "GET",
                        "HEAD",
                        "POST",
                        "PUT",
                        "DELETE",
                        "OPTIONS",
                        "PATCH",
                        "TRACE",
                        "TRACK",
                        "DEBUG",
                        "CONNECT",
                        "PROPFIND",
                        "PURGE",
                        "get",
                        "GeT",
                        "SURPRISE",
                        "G-E-T",
                        "GET,POST",
                        "!",
                        "0")
                .flatMap(method -> Stream.of("HTTP/1.1", "HTTP/1.0").map(version -> method + " %s " + version));
    }

    @ParameterizedTest
    @MethodSource("requestLines")
    void reach_nothing_by_any_verb(String requestLine) {
        for (String path : List.of("read/x", "annotated", "rest/read")) {
            assertClosed(requestLine.formatted(base.getPath() + path));
        }
    }

    /** Among them such as a server takes for the beginning of another protocol. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET %s",
                "GET %s HTTP/0.9",
                "GET %s HTTP/1.9",
                "GET %s HTTP/2.0",
                "GET  %s HTTP/1.1",
                "GET\t%s\tHTTP/1.1",
                " GET %s HTTP/1.1",
                "PRI * HTTP/2.0",
                "OPTIONS * HTTP/1.1"
            })
    void reach_nothing_by_odd_request_lines(String requestLine) {
        assertClosed(requestLine.formatted(base.getPath() + "read/x"));
    }

    static Stream<List<String>> headers() {
        return Stream.of(
                List.of("X-HTTP-Method-Override: POST"),
                List.of("X-HTTP-Method: GET", "X-Method-Override: OPTIONS"),
                List.of("X-Original-URL: /open/x", "X-Rewrite-URL: /open/x"),
                List.of("X-Forwarded-Prefix: /open", "X-Forwarded-For: 127.0.0.1", "Forwarded: for=127.0.0.1"),
                List.of("Origin: https://evil.example.com", "Access-Control-Request-Method: GET"),
                List.of(
                        "Upgrade: h2c",
                        "HTTP2-Settings: AAMAAABkAARAAAAAAAIAAAAA",
                        "Connection: Upgrade, HTTP2-Settings"),
                List.of("Expect: 100-continue", "Content-Length: 0"),
                List.of("Transfer-Encoding: chunked", "Content-Length: 5"),
                List.of("Content-Length: 5", "Content-Length: 6"),
                List.of("Transfer-Encoding: chunked, identity"),
                List.of("Range: bytes=0-"),
                List.of("Cookie: JSESSIONID=" + "A".repeat(32), "Remote-User: reader", "X-Remote-User: reader"),
                List.of("Authorization: Basic cmVhZGVyOnJlYWRlcg=="),
                List.of("Authorization:"),
                List.of("Authorization: " + LONG));
    }

    @ParameterizedTest
    @MethodSource("headers")
    void reach_nothing_by_other_headers(List<String> headers) {
        for (String path : List.of("read/x", "annotated", "rest/read")) {
            assertClosed("GET " + base.getPath() + path + " HTTP/1.1", headers.toArray(String[]::new));
        }
    }

    static Stream<List<String>> authorizations() {
        return Stream.of(
                List.of("Authorization: Bearer\t%s"),
                List.of("Authorization: Bearer %s", "Authorization: Bearer %s"),
                List.of("Authorization: Bearer %s", "authorization: Basic YTpi"),
                List.of("Authorization: Basic YTpi, Bearer %s"),
                List.of("Authorization: Bearer %s,"),
                List.of("Authorization: ,Bearer %s"),
                List.of("Authorization: Bearer %s\u0000"),
                List.of("Authorization: Bearer\u0000%s"),
                List.of("Authorization: Bearer\u00a0%s"),
                List.of("Authorization: Bearer %s\u00e4"),
                List.of("Authorization: Bearer \"%s\""),
                List.of("Authorization: Bearer=%s"),
                List.of("Authorization: Bearer %s="),
                List.of("Authorization: Bearer %%20%s"),
                List.of("Authorization: Bearer Bearer %s"),
                List.of("Authorization: Bearer token=%s"),
                List.of("Authorization: Bearer %s" + LONG),
                List.of("Authorization : Bearer %s"),
                List.of("Authorization\u0000: Bearer %s"),
                List.of("Authorization: JWT %s"),
                List.of("Authorization: %s"),
                List.of("Cookie: Authorization=Bearer %s"),
                List.of("Proxy-Authorization: Bearer %s"));
    }

    /** A good token, in a way that is no good. Folded lines are not among them: servers may unfold them (RFC 9112 section 5.2). */
    @ParameterizedTest
    @MethodSource("authorizations")
    void are_not_let_in_by_a_token_that_is_sent_otherwise(List<String> authorization) {
        String[] headers =
                authorization.stream().map(line -> line.formatted(READER)).toArray(String[]::new);
        for (String path : List.of("read/x", "annotated", "rest/read", "authenticate/by-request")) {
            String answer = RawClient.exchange(base, request("GET " + base.getPath() + path + " HTTP/1.1", headers));
            assertHarmless(answer, path + " " + authorization);
        }
    }

    @Test
    void leave_nothing_to_the_next_request_of_their_connection() {
        String path = base.getPath();
        String get = "GET " + path + "read/x HTTP/1.1\r\nHost: " + base.getAuthority() + "\r\n";
        String answers = RawClient.exchange(
                base,
                get + "Authorization: Bearer " + READER + "\r\n\r\n" + get + "\r\n" + get + "Authorization: Bearer "
                        + NEWCOMER + "\r\nConnection: close\r\n\r\n");

        assertThat(Arrays.stream(answers.split("(?=HTTP/1.1 \\d\\d\\d)")).map(answer -> answer.substring(9, 12)))
                .containsExactly("200", "401", "403");
        assertThat(answers.split("caller=", -1)).hasSize(2);
    }

    /** What is sent behind the body of a request that is refused is another request, or none, but never part of it. */
    @Test
    void smuggle_nothing_past_a_refusal() {
        String hidden = "GET " + base.getPath() + "read/x HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n";
        String answers = RawClient.exchange(
                base,
                "POST " + base.getPath() + "read/x HTTP/1.1\r\nHost: " + base.getAuthority()
                        + "\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + hidden);

        assertThat(answers).doesNotContain("caller=");
    }

    private void assertClosed(String requestLine, String... headers) {
        String anonymous = RawClient.exchange(base, request(requestLine, headers));
        assertHarmless(anonymous, "anonymous " + requestLine);
        String[] withToken = Arrays.copyOf(headers, headers.length + 1);
        withToken[headers.length] = "Authorization: Bearer " + NEWCOMER;
        assertHarmless(RawClient.exchange(base, request(requestLine, withToken)), "without the role " + requestLine);
    }

    private String request(String requestLine, String... headers) {
        String close = String.join("\r\n", headers).contains("Connection:") ? "" : "Connection: close\r\n";
        return requestLine + "\r\nHost: " + base.getAuthority() + "\r\n"
                + (headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n") + close + "\r\n";
    }

    private static void assertHarmless(String answer, String request) {
        assertThat(answer).as(request).doesNotContain("caller=");
        if (!isTheServersOwn(answer)) {
            assertThat(answer).as("the token of " + request).doesNotContain(signature(READER), signature(NEWCOMER));
        }
        assertThat(answer).as(request).doesNotContainPattern("^HTTP/1.1 50[02]").doesNotContain("Set-Cookie");
    }

    /** Servers that refuse to read a request may show the line that is wrong to its sender. */
    private static boolean isTheServersOwn(String answer) {
        return answer.startsWith("HTTP/1.1 400") && !answer.contains("WWW-Authenticate");
    }

    private static String signature(String token) {
        return token.substring(token.lastIndexOf('.') + 1);
    }
}
