package org.cognito4j.server.jetty;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Set;
import java.util.stream.Stream;
import org.cognito4j.jakarta.container.ContainerOutcome;
import org.cognito4j.jakarta.container.ContainerOutcome.Anonymous;
import org.cognito4j.jakarta.container.ContainerOutcome.Answered;
import org.cognito4j.jakarta.container.ContainerOutcome.Caller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CallerAuthenticatorTest {

    private static final CallerCheck READER = (request, response, isProtected) -> caller("reader");
    private static final CallerCheck STRANGER = (request, response, isProtected) -> caller();
    private static final CallerCheck NOBODY = (request, response, isProtected) -> new Anonymous();

    static Stream<Throwable> anything() {
        return Stream.of(
                new IllegalStateException("secret"),
                new IOException("secret"),
                new StackOverflowError("secret"),
                new NoClassDefFoundError("secret"),
                new OutOfMemoryError("secret"),
                new AssertionError("secret", new IllegalArgumentException("secret")));
    }

    @ParameterizedTest
    @MethodSource("anything")
    void refuses_every_request_when_the_check_breaks_down(Throwable failure) throws Exception {
        try (JettyServer jetty = JettyServer.asking((request, response, isProtected) -> {
            response.setHeader("Left-Behind", "yes");
            response.getWriter().print("secret");
            throw CallerAuthenticatorTest.<RuntimeException>unchecked(failure);
        })) {
            for (String path : new String[] {"/reader", "/open"}) {
                HttpResponse<String> answer = jetty.get(path);

                assertThat(answer.statusCode()).isEqualTo(503);
                assertThat(answer.body()).isEmpty();
                assertThat(answer.headers().map()).doesNotContainKey("left-behind");
                assertThat(answer.headers().firstValue("Cache-Control")).hasValue("no-store");
                assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
            }
            assertThat(jetty.served).hasValue(0);
        }
    }

    @Test
    void refuses_when_the_check_has_no_outcome() throws Exception {
        try (JettyServer jetty = JettyServer.asking((request, response, isProtected) -> null)) {
            assertThat(jetty.get("/open").statusCode()).isEqualTo(401);
            assertThat(jetty.served).hasValue(0);
        }
    }

    @Test
    void keeps_protected_resources_closed_to_nobody() throws Exception {
        try (JettyServer jetty = JettyServer.asking(NOBODY)) {
            assertThat(jetty.get("/reader").statusCode()).isEqualTo(403);
            assertThat(jetty.served).hasValue(0);
            assertThat(jetty.get("/open").body()).isEqualTo("caller=null");
        }
    }

    @Test
    void lets_a_caller_in_by_role() throws Exception {
        try (JettyServer jetty = JettyServer.asking(READER)) {
            assertThat(jetty.get("/reader").body()).isEqualTo("caller=anna");
        }
        try (JettyServer jetty = JettyServer.asking(STRANGER)) {
            assertThat(jetty.get("/reader").statusCode()).isEqualTo(403);
            assertThat(jetty.served).hasValue(0);
            assertThat(jetty.get("/open").body()).isEqualTo("caller=anna");
        }
    }

    @Test
    void tells_the_check_whether_the_path_is_protected() throws Exception {
        try (JettyServer jetty = JettyServer.asking((request, response, isProtected) ->
                isProtected == request.getRequestURI().equals("/reader") ? caller("reader") : new Answered())) {
            for (String path : new String[] {"/reader", "/open", "/open", "/reader"}) {
                assertThat(jetty.get(path).statusCode()).isEqualTo(200);
            }
        }
    }

    @Test
    void adds_the_challenge_to_a_403_only() throws Exception {
        CallerCheck challenging = (request, response, isProtected) -> {
            request.setAttribute("org.cognito4j.challenge", "Bearer error=\"insufficient_scope\"");
            return caller();
        };
        try (JettyServer jetty = JettyServer.asking(challenging)) {
            HttpResponse<String> refused = jetty.get("/reader");
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.headers().allValues("WWW-Authenticate"))
                    .containsExactly("Bearer error=\"insufficient_scope\"");
            assertThat(refused.headers().allValues("Cache-Control")).containsExactly("no-store");
            assertThat(jetty.get("/open").headers().map()).doesNotContainKey("www-authenticate");
        }
    }

    @Test
    void adds_nothing_when_there_is_no_challenge() throws Exception {
        try (JettyServer jetty = JettyServer.asking(STRANGER)) {
            assertThat(jetty.get("/reader").headers().map()).doesNotContainKey("www-authenticate");
        }
    }

    /** What a mechanism may do with a response. */
    interface Refusal {
        void write(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    static Stream<Refusal> refusals() {
        return Stream.of(
                (request, response) -> response.sendError(401),
                (request, response) -> response.sendError(401, "not this one"),
                (request, response) -> response.setStatus(401),
                (request, response) -> {
                    response.setStatus(401);
                    response.setContentType("application/json");
                    response.getWriter().print("{}");
                },
                (request, response) -> {
                    response.setStatus(401);
                    response.setContentLength(2);
                    response.getOutputStream().print("no");
                    response.flushBuffer();
                },
                (request, response) -> {
                    response.setStatus(200);
                    response.getWriter().print("draft");
                    response.reset();
                    response.sendError(401);
                },
                (request, response) -> {});
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void answers_at_once_whatever_way_a_refusal_is_written(Refusal refusal) throws Exception {
        try (JettyServer jetty = JettyServer.asking((request, response, isProtected) -> {
            refusal.write(request, response);
            response.setHeader("WWW-Authenticate", "Bearer");
            return new Answered();
        })) {
            for (String path : new String[] {"/reader", "/open"}) {
                HttpResponse<String> answer = jetty.get(path);

                assertThat(answer.statusCode()).isEqualTo(401);
                assertThat(answer.headers().allValues("WWW-Authenticate")).containsExactly("Bearer");
            }
            assertThat(jetty.served).hasValue(0);
        }
    }

    @Test
    void sends_the_body_of_a_refusal() throws Exception {
        try (JettyServer jetty = JettyServer.asking((request, response, isProtected) -> {
            response.setStatus(400);
            response.setContentType("text/plain;charset=UTF-8");
            response.getWriter().print("größer");
            return new Answered();
        })) {
            HttpResponse<String> answer = jetty.get("/open");

            assertThat(answer.statusCode()).isEqualTo(400);
            assertThat(answer.body()).isEqualTo("größer");
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain;charset=utf-8");
        }
    }

    @Test
    void sends_a_redirect() throws Exception {
        try (JettyServer jetty = JettyServer.asking((request, response, isProtected) -> {
            response.sendRedirect("/login");
            return new Answered();
        })) {
            HttpResponse<String> answer = jetty.get("/open");

            assertThat(answer.statusCode()).isEqualTo(302);
            assertThat(answer.headers().firstValue("Location")).get().asString().endsWith("/login");
        }
    }

    static ContainerOutcome caller(String... roles) {
        return new Caller(() -> "anna", Set.of(roles));
    }

    @SuppressWarnings("unchecked") // lets a lambda throw what it may not declare
    private static <T extends Throwable> T unchecked(Throwable failure) throws T {
        throw (T) failure;
    }
}
