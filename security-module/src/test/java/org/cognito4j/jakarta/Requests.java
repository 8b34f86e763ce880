package org.cognito4j.jakarta;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.util.Collections;
import java.util.List;

/** Requests of which only the Authorization headers are known. */
final class Requests {

    private Requests() {}

    static HttpServletRequest withAuthorization(String... headers) {
        return (HttpServletRequest) Proxy.newProxyInstance(
                Requests.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getHeaders") && arguments[0].equals("Authorization")) {
                        return Collections.enumeration(List.of(headers));
                    }
                    throw new AssertionError("the request was asked for " + method.getName());
                });
    }
}
