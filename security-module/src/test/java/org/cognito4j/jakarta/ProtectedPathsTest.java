package org.cognito4j.jakarta;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProtectedPathsTest {

    private final ProtectedPaths paths = new ProtectedPaths(List.of("/api/*", "/orders"));

    @ParameterizedTest
    @CsvSource(
            nullValues = "null",
            value = {
                "/api,          null,   true",
                "/api,          /,      true",
                "/api,          /x/y,   true",
                "/api/x,        null,   true",
                "'',            /api/x, true",
                "/a,            pi/x,   true",
                "/apix,         null,   false",
                "/API/x,        null,   false",
                "/x/api,        null,   false",
                "/orders,       null,   true",
                "/orders,       /1,     false",
                "/orders/,      null,   false",
                "'',            null,   false",
                "null,          null,   false",
            })
    void go_by_servlet_path_and_path_info_together(
            @Nullable String servletPath, @Nullable String pathInfo, boolean included) {
        assertThat(paths.include(request(servletPath, pathInfo))).isEqualTo(included);
        assertThat(paths.areAll()).isFalse();
    }

    @Test
    void may_be_all() {
        ProtectedPaths all = new ProtectedPaths(List.of("/api/*", "/*"));

        assertThat(all.areAll()).isTrue();
        assertThat(all.include(request(null, null))).isTrue();
        assertThat(all.include(request("/x", null))).isTrue();
    }

    private static HttpServletRequest request(@Nullable String servletPath, @Nullable String pathInfo) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                ProtectedPathsTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getServletPath" -> servletPath;
                    case "getPathInfo" -> pathInfo;
                    default -> throw new AssertionError("the request was asked for " + method.getName());
                });
    }
}
