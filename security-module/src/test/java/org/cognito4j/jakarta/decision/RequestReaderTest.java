package org.cognito4j.jakarta.decision;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletMapping;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RequestReaderTest {

    private final Map<String, Object> answers = new HashMap<>(Map.of(
            "getMethod", "GET",
            "getRequestURI", "/orders/api/7",
            "getRemoteAddr", "192.0.2.7",
            "getServletContext", proxy(ServletContext.class, (proxy, method, arguments) -> "/orders"),
            "getHttpServletMapping", mapping("/api/*")));

    @Test
    void reads_the_route_and_no_path() {
        assertThat(new RequestReader(false, null).read(request(), DecisionForm.FILTER))
                .isEqualTo(new DecidedRequest(
                        "/orders", DecisionForm.FILTER, "GET", "/orders/api/*", "", "192.0.2.7", ""));
    }

    @Test
    void reads_the_path_if_it_is_asked_for_in_visible_ascii_of_bounded_length() {
        RequestReader reader = new RequestReader(true, null);
        assertThat(reader.read(request(), DecisionForm.FILTER).path()).isEqualTo("/orders/api/7");

        answers.put("getRequestURI", "/\u202e\n\"");
        assertThat(reader.read(request(), DecisionForm.FILTER).path()).isEqualTo("/\\u202e\\u000a\"");

        answers.put("getRequestURI", "\n".repeat(100_000));
        assertThat(reader.read(request(), DecisionForm.FILTER).path()).hasSize(256);
    }

    @Test
    void reads_no_method_that_a_caller_has_made_up() {
        for (String method : List.of("get", "BREW", "GET\n", "", "x".repeat(10_000))) {
            answers.put("getMethod", method);
            assertThat(new RequestReader(false, null)
                            .read(request(), DecisionForm.FILTER)
                            .method())
                    .isEqualTo("_OTHER");
        }
    }

    @Test
    void names_the_root_by_a_slash_and_other_patterns_with_one() {
        answers.put("getServletContext", proxy(ServletContext.class, (proxy, method, arguments) -> ""));
        answers.put("getHttpServletMapping", mapping("*.do"));

        DecidedRequest read = new RequestReader(false, null).read(request(), DecisionForm.FILTER);

        assertThat(read.application()).isEqualTo("/");
        assertThat(read.route()).isEqualTo("/*.do");
    }

    @Test
    void leaves_out_what_a_container_fails_to_tell() {
        HttpServletRequest over = proxy(HttpServletRequest.class, (proxy, method, arguments) -> {
            throw new IllegalStateException("the request is over");
        });

        assertThat(new RequestReader(true, "X-Forwarded-For").read(over, DecisionForm.BEAN))
                .isEqualTo(new DecidedRequest("/", DecisionForm.BEAN, "", "", "", "", ""));
        assertThat(new RequestReader(true, "X-Forwarded-For").read(null, DecisionForm.RESOURCE))
                .isEqualTo(new DecidedRequest("", DecisionForm.RESOURCE, "", "", "", "", ""));
    }

    private HttpServletRequest request() {
        return proxy(
                HttpServletRequest.class,
                (proxy, method, arguments) -> method.getName().equals("getHeaders")
                        ? Collections.emptyEnumeration()
                        : answers.get(method.getName()));
    }

    private static HttpServletMapping mapping(String pattern) {
        return proxy(HttpServletMapping.class, (proxy, method, arguments) -> pattern);
    }

    private static <T> T proxy(Class<T> type, InvocationHandler answers) {
        return type.cast(
                Proxy.newProxyInstance(RequestReaderTest.class.getClassLoader(), new Class<?>[] {type}, answers));
    }
}
