package org.cognito4j.jakarta.filter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.FilterRegistration;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRegistration;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cognito4j.jakarta.guard.WebSocketHandshake;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HandshakeFilterTest {

    private final Map<String, FilterRegistration> registrations = new HashMap<>();
    private final Map<String, Object> attributes = new HashMap<>();
    private final Map<String, List<String>> headers = new HashMap<>();
    private final Map<String, List<String>> servletMappings = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private String method = "GET";
    private String path = "/orders/ws";
    private boolean tellsRegistrations = true;

    private final ServletContext application = proxy(ServletContext.class, (name, argument) -> switch (name) {
        case "getAttribute" -> attributes.get(argument);
        case "setAttribute" -> null;
        case "getClassLoader" -> HandshakeFilterTest.class.getClassLoader();
        case "getFilterRegistrations" -> registrations();
        default -> throw new AssertionError("the application was asked for " + name);
    });
    private final HttpServletRequest request = proxy(HttpServletRequest.class, (name, argument) -> switch (name) {
        case "getMethod" -> method;
        case "getHeader" -> values(argument).stream().findFirst().orElse(null);
        case "getHeaders" -> Collections.enumeration(values(argument));
        case "getServletPath" -> path;
        case "getDispatcherType" -> DispatcherType.REQUEST;
        case "getContextPath" -> "";
        case "getPathInfo", "getHttpServletMapping" -> null;
        case "getServletContext" -> application;
        default -> throw new AssertionError("the request was asked for " + name);
    });
    private final FilterChain end = (seen, answer) -> asked.add("end");

    HandshakeFilterTest() {
        attributes.put(StartedFilters.class.getName(), startedFilters());
        headers.put("Upgrade", List.of("websocket"));
    }

    private StartedFilters startedFilters() {
        return StartedFilters.in(proxy(ServletContext.class, (name, argument) -> switch (name) {
            case "getAttribute", "setAttribute" -> null;
            case "getFilterRegistrations" -> registrations();
            case "getServletRegistration" -> servlet(argument);
            case "getClassLoader" -> HandshakeFilterTest.class.getClassLoader();
            default -> throw new AssertionError("the application was asked for " + name);
        }));
    }

    private Map<String, FilterRegistration> registrations() {
        if (!tellsRegistrations) {
            throw new UnsupportedOperationException();
        }
        return registrations;
    }

    private @Nullable ServletRegistration servlet(@Nullable Object name) {
        List<String> mappings = servletMappings.get(name);
        return mappings == null ? null : proxy(ServletRegistration.class, (called, argument) -> mappings);
    }

    private List<String> values(Object header) {
        return headers.getOrDefault(header, List.of());
    }

    @ParameterizedTest
    @CsvSource({
        "GET, websocket, , true",
        "GET, WebSocket, , true",
        "GET, 'h2c, WEBSOCKET', , true",
        "POST, websocket/13, , true",
        "GET, h2c, , false",
        "GET, other, Sec-WebSocket-Key, true",
        "GET, other, Sec-WebSocket-Version, true",
        "GET, , Sec-WebSocket-Key, false",
        "GET, , , false",
        "CONNECT, , , true",
        "connect, , , true"
    })
    void knows_what_a_server_could_take_for_a_handshake(
            String requestMethod, @Nullable String upgrade, @Nullable String further, boolean expected) {
        method = requestMethod;
        headers.clear();
        if (upgrade != null) {
            headers.put("Upgrade", List.of("first", upgrade));
        }
        if (further != null) {
            headers.put(further, List.of("13"));
        }

        assertThat(WebSocketHandshake.isAskedForBy(request)).isEqualTo(expected);
    }

    @Test
    void asks_each_filter_that_is_mapped_in_the_order_of_their_start() throws Exception {
        start("first", "/orders/*");
        start("other", "/others/*");
        start("second", "/*");
        start("default", "/");
        start("exact", "/orders/ws");
        start("suffix", "*.ws");

        pass();

        assertThat(asked).containsExactly("first", "second", "default", "exact", "end");
    }

    @Test
    void asks_none_about_a_plain_request() throws Exception {
        start("first", "/*");
        headers.clear();

        pass();

        assertThat(asked).containsExactly("end");
    }

    @Test
    void goes_no_further_than_a_filter_lets_it() throws Exception {
        start("first", "/*");
        start("closed", "/*");
        start("last", "/*");

        pass();

        assertThat(asked).containsExactly("first", "closed");
    }

    @Test
    void hands_on_the_request_that_a_filter_makes() throws Exception {
        start("first", "/*");
        List<ServletRequest> seen = new ArrayList<>();

        new HandshakeFilter().doFilter(request, null, (last, answer) -> seen.add(last));

        assertThat(seen).singleElement().isInstanceOf(HttpServletRequestWrapper.class);
    }

    @Test
    void asks_every_filter_where_the_container_does_not_tell_mappings() throws Exception {
        start("first", "/elsewhere");
        tellsRegistrations = false;

        pass();

        assertThat(asked).containsExactly("first", "end");
    }

    @Test
    void asks_no_filter_that_has_ended_and_refuses_what_it_was_mapped_to() throws Exception {
        CognitoFilter filter = start("first", "/orders/*");
        StartedFilters.in(application).remove(filter);

        assertThatThrownBy(this::pass).isInstanceOf(ServletException.class).hasMessageContaining("first");
        path = "/elsewhere";
        pass();

        assertThat(asked).containsExactly("end");
    }

    @Test
    void asks_the_filter_of_a_servlet_whose_path_it_is_where_the_container_names_none() throws Exception {
        servletMappings.put("orders", List.of("/orders/*"));
        servletMappings.put("other", List.of("/others/*"));
        start("of this", List.of(), List.of("orders"));
        start("of another", List.of(), List.of("other"));
        start("of an unknown one", List.of(), List.of("missing"));
        start("of all", List.of(), List.of("*"));

        pass();

        assertThat(asked).containsExactly("of this", "of an unknown one", "of all", "end");
    }

    private void pass() throws IOException, ServletException {
        new HandshakeFilter().doFilter(request, null, end);
    }

    private CognitoFilter start(String name, String pattern) {
        return start(name, List.of(pattern), List.of());
    }

    private CognitoFilter start(String name, List<String> patterns, List<String> servlets) {
        NotingFilter filter = new NotingFilter(name, asked);
        registrations.put(name, proxy(FilterRegistration.class, (called, argument) -> switch (called) {
            case "getUrlPatternMappings" -> patterns;
            case "getServletNameMappings" -> servlets;
            case "getClassName" -> NotingFilter.class.getName();
            default -> throw new AssertionError("the registration was asked for " + called);
        }));
        StartedFilters.in(application).add(name, filter);
        return filter;
    }

    /** Notes that it was asked, and lets everything pass unless it is called closed. */
    static final class NotingFilter extends CognitoFilter {

        private final String name;
        private final List<String> asked;

        NotingFilter(String name, List<String> asked) {
            this.name = name;
            this.asked = asked;
        }

        @Override
        public void init(FilterConfig config) {}

        @Override
        public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
                throws IOException, ServletException {
            asked.add(name);
            if (!name.equals("closed")) {
                chain.doFilter(new HttpServletRequestWrapper((HttpServletRequest) request), response);
            }
        }
    }

    private interface Answers {
        @Nullable Object to(String method, @Nullable Object argument);
    }

    private static <T> T proxy(Class<T> type, Answers answers) {
        return type.cast(Proxy.newProxyInstance(
                HandshakeFilterTest.class.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, arguments) -> answers.to(method.getName(), arguments == null ? null : arguments[0])));
    }
}
