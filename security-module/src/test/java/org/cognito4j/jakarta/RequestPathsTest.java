package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestPathsTest {

    private final ProtectedPaths api = new ProtectedPaths(List.of("/api/*"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/shop/api",
                "/shop/api/",
                "/shop/api/x",
                "/shop//api/x",
                "//shop/api/x",
                "/shop/./api/x",
                "/shop/open/../api/x",
                "/shop/open/..;a=b/api/x",
                "/shop/api;a=b/x",
                "/shop;a=b/api/x",
                "/sh%6Fp/api/x",
                "/shop/%61pi/x",
                "/shop/%2561pi/x",
                "/shop/open/..%2Fapi/x",
                "/shop/open%5C..%5Capi%5Cx",
                "/shop/api%2Fx",
                "/shop/api%3Bx/y",
            })
    void hold_the_meaning_of_every_spelling_of_an_address(String address) {
        assertThat(RequestPaths.of("/elsewhere", address, "/shop")).anyMatch(api::include);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/x", "//api/x", "/api/../x", "/open/../api", "/api;x/y", "/%61pi/x"})
    void hold_the_meaning_of_the_path_that_the_container_decoded(String path) {
        assertThat(RequestPaths.of(path, "/shop/elsewhere", "/shop")).anyMatch(api::include);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/shop/", "/shop", "/shop/open/api", "/shop/apix", "/shop/api/../open", "/shop/%zzapi/%"})
    void hold_nothing_else(String address) {
        assertThat(RequestPaths.of("/open", address, "/shop")).noneMatch(api::include);
    }

    @Test
    void are_those_of_the_included_resource_in_an_include() {
        HttpServletRequest request = request(Map.of(
                RequestDispatcher.INCLUDE_REQUEST_URI, "/shop/api/x",
                RequestDispatcher.INCLUDE_CONTEXT_PATH, "/shop",
                RequestDispatcher.INCLUDE_SERVLET_PATH, "/api/x"));

        assertThat(RequestPaths.of(request)).containsOnly("/api/x");
    }

    private static HttpServletRequest request(Map<String, String> attributes) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                RequestPathsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getAttribute" -> attributes.get(arguments[0]);
                    default -> throw new AssertionError("the request was asked for " + method.getName());
                });
    }
}
